import swc from 'unplugin-swc'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The product's own compiler with its own settings (.swcrc): decorators carry the types that Nest injects by.
  plugins: [swc.vite()],
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'default'] } },
  test: {
    include: ['src/**/*.spec.ts', 'src/**/*.db-spec.ts', 'test/**/*.e2e-spec.ts'],
    globalSetup: ['test/support/run.ts'],
    setupFiles: ['reflect-metadata'],
    pool: 'forks',
    // Loading the server costs more than most files' tests; the files of one worker share it, as a server's requests do.
    isolate: false,
    restoreMocks: true,
    // No test asserts a time; a machine that does other things too is slow, not wrong.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    teardownTimeout: 60_000,
  },
})
