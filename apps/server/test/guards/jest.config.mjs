import base from '../../jest.config.mjs'

const [, options] = base.transform['^.+\\.ts$']

/** The suite's own settings, with guards that can be weakened while the server runs. */
export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/guards/*.proof-spec.ts'],
  transform: { ...base.transform, '^.+\\.ts$': ['<rootDir>/test/guards/switched-source.mjs', options] },
  setupFiles: [...base.setupFiles, '<rootDir>/test/guards/switch.ts'],
}
