import config from '../jest.config.mjs'

const { globalSetup: _built, ...rest } = config

/** A sandbox holds neither the built package nor anything outside packages/rules, so the tests of those stay out. */
export default {
  ...rest,
  rootDir: '..',
  testMatch: ['standards', 'measures', 'plaque', 'obligations', 'registers'].map(
    (folder) => `<rootDir>/src/${folder}/**/*.spec.ts`,
  ),
}
