import { buildExtension } from '../host/build.mjs';
import { ensureHost } from '../host/install.mjs';

/** Once before all files: VS Code is installed and the extension built (or the packaged one is what is tested). */
export default async function setup(): Promise<void> {
  await ensureHost();
  if (!process.env.SEEDMARK_VSIX) buildExtension();
}
