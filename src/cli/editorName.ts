import { execFile } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';

const longest = 200;

/** Git's user name in the file's folder; none where there is no git, or where the name has an e-mail address in it. */
export async function gitUserName(file: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['config', 'user.name'], { cwd: dirname(resolve(file)) });
    const name = stdout.trim();
    return name !== '' && name.length <= longest && !/\S@\S/.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}

export const isEditorName = (name: string): boolean => name.trim() !== '' && name.length <= longest;
