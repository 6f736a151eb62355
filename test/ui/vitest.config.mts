// Tests that drive VS Code's page, and those of the package: vitest run --config test/ui/vitest.config.mts [words of a path]
import { defineConfig } from 'vitest/config';

const made: Readonly<Record<string, string[]>> = {
  shots: ['test/ui/shots.ts'],
  pictures: ['test/ui/pictures.ts', 'test/ui/film.ts'],
};

export default defineConfig(({ mode }) => ({
  test: {
    include: made[mode] ?? ['test/ui/**/*.test.ts', 'test/vsix/**/*.test.ts'],
    exclude: process.env.SEEDMARK_HOST === 'web' ? [] : ['test/ui/web.test.ts'],
    globalSetup: 'test/ui/setup.ts',
    // one VS Code and one browser at a time
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
}));
