// Tests run the source through swc as CommonJS; `.ts` imports resolve as they are.
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'commonjs' },
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      },
    ],
  },
  setupFiles: ['<rootDir>/jest.seed.cjs'],
  globalSetup: '<rootDir>/jest.build.mjs',
}
