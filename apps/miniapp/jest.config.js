// View models and the parts below them run in Node; components run in jsdom with Taro's components as plain elements.
process.env.TARO_ENV ??= 'weapp'
process.env.TARO_APP_API ??= 'http://api.test'
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
  },
]
const ESM = '@dfv|@noble|@scure|age-encryption|@tarojs|@swc/helpers|zustand'

module.exports = {
  rootDir: __dirname,
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { customExportConditions: ['source', 'browser', 'require', 'default'] },
  testMatch: ['<rootDir>/src/**/*.spec.ts?(x)'],
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
  transform: { '^.+\\.m?[jt]sx?$': swc },
  // pnpm: the real path is node_modules/.pnpm/<pkg>@x/node_modules/<pkg>, so the last node_modules decides.
  transformIgnorePatterns: [
    `/node_modules/(?!\\.pnpm/|(${ESM}))`,
    `/node_modules/\\.pnpm/[^/]+/node_modules/(?!(${ESM}))`,
  ],
  moduleNameMapper: {
    '\\.(css|scss|png)$': '<rootDir>/test/support/empty.js',
    '^@tarojs/components$': '<rootDir>/test/support/components.tsx',
    '^@tarojs/taro$': '<rootDir>/test/support/taro.js',
    '^@/(.*)$': '<rootDir>/src/$1',
  },
}
