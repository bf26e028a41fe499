import path from 'node:path'
import { loadTypeScript } from '../../../../scripts/lib/bundle.mjs'
import { MINIAPP } from '../../../../scripts/lib/paths.mjs'

/** No phone is there: whoever loads the code gives it a store, a clock and a network of its own. */
const withoutPhone = {
  name: 'without-phone',
  setup(build) {
    build.onResolve({ filter: /^@tarojs\/taro$/ }, () => ({ path: 'taro', namespace: 'no-phone' }))
    build.onLoad({ filter: /.*/, namespace: 'no-phone' }, () => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? false : () => undefined) })`,
    }))
  },
}

/** @returns {Promise<typeof import('./phone-code.ts')>} */
export const loadPhoneCode = () =>
  loadTypeScript(MINIAPP, 'test/support/phone-code.ts', {
    alias: { '@': path.join(MINIAPP, 'src') },
    conditions: ['source'],
    define: { 'process.env.TARO_ENV': '"weapp"', 'process.env.TARO_APP_API': '"http://api.test"' },
    plugins: [withoutPhone],
  })
