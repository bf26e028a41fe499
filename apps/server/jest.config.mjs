// CommonJS inside Jest: our TypeScript and the ES-module packages are turned into CommonJS by swc, because
// Jest's own loader cannot require() ES modules on Node 20 and Nest 12 is made of them.
const swc = (typescript) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser: typescript ? { syntax: 'typescript', decorators: true } : { syntax: 'ecmascript' },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
  },
]

export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons', 'require', 'default'] },
  testMatch: ['<rootDir>/src/**/*.(spec|db-spec).ts', '<rootDir>/test/**/*.e2e-spec.ts'],
  transform: { '^.+\\.ts$': swc(true), '^.+\\.m?js$': swc(false) },
  // pnpm: the real path is node_modules/.pnpm/<pkg>@x/node_modules/<pkg>, so the last node_modules decides
  transformIgnorePatterns: [
    '/node_modules/(?!\\.pnpm/)(?!(@nestjs|@fastify|@noble|@scure|age-encryption|content-disposition|cookie|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|es-toolkit|uuidv7)/)',
    '/node_modules/\\.pnpm/[^/]+/node_modules/(?!(@nestjs|@fastify|@noble|@scure|age-encryption|content-disposition|cookie|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|es-toolkit|uuidv7)/)',
  ],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['reflect-metadata'],
  // No test asserts a time; a machine that does other things too is slow, not wrong.
  testTimeout: 900_000,
}
