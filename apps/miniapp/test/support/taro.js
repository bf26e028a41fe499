// @tarojs/taro for jest: hooks run on mount, calls succeed; a test sets router params with __setParams.
const { useEffect, useMemo } = require('react')

let params = {}
const store = new Map()
const onMount = (run) => useEffect(() => void run(params), [])
const ok = (answer = {}) => jest.fn(async () => ({ errMsg: 'ok', ...answer }))
const quiet = () => undefined
const Taro = {
  useLoad: onMount,
  useDidShow: onMount,
  useLaunch: onMount,
  useReady: onMount,
  useUnload: (run) => useEffect(() => run, []),
  useDidHide: quiet,
  useRouter: () => useMemo(() => ({ params, path: '' }), []),
  getCurrentPages: () => [],
  navigateTo: ok(),
  redirectTo: ok(),
  navigateBack: ok(),
  switchTab: ok(),
  setTabBarItem: ok(),
  showTabBarRedDot: ok(),
  hideTabBarRedDot: ok(),
  setNavigationBarTitle: ok(),
  request: ok({ statusCode: 200, data: {}, header: {} }),
  login: ok({ code: 'code' }),
  getRandomValues: async ({ length }) => ({ randomValues: new Uint8Array(length).fill(7).buffer }),
  getNetworkType: quiet,
  onNetworkStatusChange: quiet,
  getStorageSync: (key) => store.get(key) ?? '',
  setStorageSync: (key, value) => void store.set(key, value),
  removeStorageSync: (key) => void store.delete(key),
  getStorageInfoSync: () => ({ keys: [...store.keys()], currentSize: 1, limitSize: 10240 }),
  getAppBaseInfo: () => ({ fontSizeSetting: 16 }),
  setVisualEffectOnCapture: ok(),
  nextTick: (run) => run(),
  pageScrollTo: ok(),
  makePhoneCall: ok(),
}
module.exports = {
  __esModule: true,
  default: Taro,
  ...Taro,
  __setParams: (given) => {
    params = given
  },
  __store: store,
}
