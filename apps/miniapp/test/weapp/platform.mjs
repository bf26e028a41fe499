// What WeChat offers a mini-program, as far as this one uses it: a `wx` that answers like a phone with a network.
import { privacyGate } from './privacy-gate.mjs'
import { succeed } from './succeed.mjs'

const PHONE = {
  SDKVersion: '3.6.0',
  brand: 'devtools',
  fontSizeSetting: 16,
  language: 'zh_CN',
  model: 'iPhone 13',
  pixelRatio: 3,
  platform: 'devtools',
  safeArea: { top: 47, left: 0, right: 390, bottom: 810, width: 390, height: 763 },
  screenHeight: 844,
  screenWidth: 390,
  statusBarHeight: 47,
  system: 'iOS 16.0',
  theme: 'light',
  version: '8.0.50',
  windowHeight: 753,
  windowWidth: 390,
}

function fakeCanvas() {
  const context = new Proxy(
    {},
    {
      get: (target, key) => (key in target ? target[key] : () => ({ width: 0 })),
      set: (target, key, value) => {
        target[key] = value
        return true
      },
    },
  )
  return { width: 390, height: 100, getContext: () => context, createImage: () => ({}) }
}

function selectorQuery() {
  const callbacks = []
  const remember = (callback) => {
    callbacks.push(callback)
    return query
  }
  const rectangle = () => ({
    width: 390,
    height: 100,
    top: 0,
    left: 0,
    right: 390,
    bottom: 100,
    node: fakeCanvas(),
  })
  const query = {
    in: () => query,
    select: () => query,
    selectAll: () => query,
    selectViewport: () => query,
    node: remember,
    context: remember,
    scrollOffset: remember,
    boundingClientRect: remember,
    fields: (_, callback) => remember(callback),
    exec(done) {
      const answers = callbacks.map(rectangle)
      for (const [index, callback] of callbacks.entries()) callback?.(answers[index])
      done?.(answers)
    },
  }
  return query
}

/** WeChat's file system, as far as it is used: calls back, and fails on what is not there. */
function fileSystem(files, later) {
  const answer = (options, result) =>
    later(() => {
      if (result) options.success?.({ errMsg: 'ok', ...result })
      else options.fail?.({ errMsg: 'no such file or directory' })
    }, 0)
  const inFolder = (folder) =>
    [...files.keys()]
      .filter((name) => name.startsWith(`${folder}/`))
      .map((name) => name.slice(folder.length + 1))
  return {
    mkdir: (options) => answer(options, {}),
    readdir: (options) => answer(options, { files: inFolder(options.dirPath) }),
    readFile: (options) =>
      answer(options, files.has(options.filePath) && { data: files.get(options.filePath) }),
    unlink: (options) => answer(options, files.delete(options.filePath) && {}),
    writeFile(options) {
      files.set(options.filePath, options.data.slice(0))
      answer(options, {})
    },
  }
}

// Taro offers only the calls it finds on `wx`, so those that merely succeed must be there by name.
const SUCCEEDING = [
  'hideShareMenu',
  'makePhoneCall',
  'openPrivacyContract',
  'pageScrollTo',
  'requestSubscribeMessage',
  'scanCode',
  'setNavigationBarTitle',
  'setTabBarItem',
  'setTabBarStyle',
  'setVisualEffectOnCapture',
  'shareFileMessage',
  'showTabBarRedDot',
  'hideTabBarRedDot',
  'showToast',
  'stopPullDownRefresh',
]
const LISTENING = ['offNetworkStatusChange', 'onWindowResize', 'offWindowResize']

/**
 * @param {{ storage: Map<string, unknown>, files: Map<string, ArrayBuffer>, camera: string[], request: (options: object) => object | Promise<object>, navigate: object, later: (run: () => void, ms: number) => void, privacy: object, phone: object }} world
 *   camera: paths of the files that the user chooses next
 *   later: calls back as long as the mini-program lives
 *   privacy: whether the user has agreed to the privacy guide
 *   phone: what the phone does to the app
 */
export function createWx({ storage, files, camera, request, navigate, later, privacy, phone }, calls) {
  const gate = privacyGate(privacy, calls)
  const observer = () => ({
    relativeTo: observer,
    relativeToViewport: observer,
    observe() {},
    disconnect() {},
  })
  const known = {
    ...Object.fromEntries(SUCCEEDING.map((name) => [name, (options) => succeed(options)])),
    ...Object.fromEntries(LISTENING.map((name) => [name, () => undefined])),
    ...navigate,
    ...gate.api,
    arrayBufferToBase64: (buffer) => Buffer.from(buffer).toString('base64'),
    canIUse: () => true,
    chooseMedia: gate.guarded('chooseMedia', (options) =>
      succeed(options, {
        type: 'image',
        tempFiles: camera.map((tempFilePath) => ({ tempFilePath, size: 1 })),
      }),
    ),
    chooseMessageFile: gate.guarded('chooseMessageFile', (options) =>
      succeed(options, {
        type: 'file',
        tempFiles: camera.map((path) => ({ path, name: path.split('/').pop(), size: 1 })),
      }),
    ),
    compressImage(options) {
      const tempFilePath = `${options.src}.small`
      files.set(tempFilePath, files.get(options.src).slice(0, 300_000))
      calls.push(['compressed', options])
      return succeed(options, { tempFilePath })
    },
    createIntersectionObserver: observer,
    createSelectorQuery: selectorQuery,
    env: { USER_DATA_PATH: 'http://usr' },
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx', envVersion: 'develop' } }),
    getAppBaseInfo: () => PHONE,
    getDeviceInfo: () => PHONE,
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getFileSystemManager: () => fileSystem(files, later),
    getImageInfo: (options) => succeed(options, { width: 4000, height: 3000, path: options.src }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      top: 51,
      right: 380,
      bottom: 83,
      left: 293,
    }),
    getNetworkType: (options) => succeed(options, { networkType: phone.online ? 'wifi' : 'none' }),
    getRandomValues: (options) =>
      succeed(options, { randomValues: crypto.getRandomValues(new Uint8Array(options.length)).buffer }),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10240 }),
    getStorageSync: (key) => storage.get(key) ?? '',
    getSystemInfo: (options) => succeed(options, PHONE),
    getSystemInfoAsync: (options) => succeed(options, PHONE),
    getSystemInfoSync: () => PHONE,
    getWindowInfo: () => PHONE,
    login: (options) => succeed(options, { code: 'login-code' }),
    nextTick: (run) => later(run, 0),
    removeStorageSync: (key) => void (phone.isAlive && storage.delete(key)),
    request(options) {
      const settle = (answer, fault = 'request:fail') => {
        if (!phone.underway.delete(cut) || !phone.isAlive) return
        if (answer) return succeed(options, { statusCode: 200, header: {}, data: {}, ...answer })
        options.fail?.({ errMsg: fault })
        options.complete?.({ errMsg: fault })
      }
      const cut = (fault) => settle(null, fault)
      phone.underway.add(cut)
      if (!phone.isInFront) setTimeout(() => cut('request:fail interrupted'), 0).unref()
      else
        Promise.resolve(phone.online ? request(options) : null)
          .then((answer) => setTimeout(() => settle(answer), 0).unref())
          .catch(() => cut('request:fail'))
      return { abort() {}, onHeadersReceived() {}, offHeadersReceived() {} }
    },
    onNetworkStatusChange: (listener) => void phone.networkListeners.add(listener),
    setStorageSync(key, value) {
      if (!phone.isAlive) return
      const sizeOf = ([name, kept]) => name.length + JSON.stringify(kept).length
      const others = [...storage].filter(([name]) => name !== key)
      const used = [...others, [key, value]].reduce((sum, entry) => sum + sizeOf(entry), 0)
      if (used > phone.room) throw new Error('setStorageSync:fail exceed storage max size')
      storage.set(key, structuredClone(value))
    },
  }
  const wx = new Proxy(known, {
    get(target, key) {
      const value = target[key]
      if (typeof key === 'symbol') return value
      if (value === undefined) {
        if (/^(on|off)[A-Z]/.test(key)) return () => undefined
        // Bundlers and clouds look for their own marks here; everything else is a call that succeeds.
        if (/^(webpack|__|cloud$)/.test(key)) return undefined
        return (options) => {
          calls.push([key, options])
          return succeed(options)
        }
      }
      if (typeof value !== 'function') return value
      return (...args) => {
        calls.push([key, args[0]])
        return value.apply(target, args)
      }
    },
    set(target, key, value) {
      target[key] = value
      return true
    },
  })
  return { wx, privacy: gate }
}
