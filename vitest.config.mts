import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/ui/**', 'test/vsix/**', 'test/host/**', 'test/torture/**', 'node_modules/**'],
    benchmark: { include: ['test/bench/*.bench.ts'] },
  },
});
