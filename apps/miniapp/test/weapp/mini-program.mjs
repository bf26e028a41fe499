// Runs a built mini-program (dist/weapp) outside WeChat: its files in a bare context without window, document,
// process, fetch, URL or Intl, as on an Android phone, with a `wx` beside them.
import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { PageView } from './page-view.mjs'
import { createWx } from './platform.mjs'

/** Until a page shows something; far longer than it takes, for a machine that is busy with other things. */
const READY_MS = 60_000

export function pagesOf(appJson) {
  const packages = appJson.subPackages ?? appJson.subpackages ?? []
  return [...appJson.pages, ...packages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
}

const parseUrl = (url) => {
  const [route, query = ''] = url.replace(/^\//, '').split('?')
  const pairs = query.split('&').filter(Boolean)
  // As WeChat hands it over: a page decodes what it was asked for itself.
  return { route, query: Object.fromEntries(pairs.map((pair) => pair.split('='))) }
}

/**
 * @param {string} root the built mini-program
 * @param {{ request?: (options: object) => object | null | Promise<object>, storage?: Map<string, unknown>, files?: Map<string, ArrayBuffer>, camera?: string[], online?: boolean, room?: number, clockAheadMs?: number, privacy?: { needAuthorization?: boolean, contract?: string, official?: 'agree' | 'refuse' } }} world
 *   room: characters that the storage holds; clockAheadMs: how wrong the phone's clock is
 */
export function createMiniProgram(root, world = {}) {
  const {
    request = () => ({}),
    storage = new Map(),
    files = new Map(),
    camera = [],
    clockAheadMs = 0,
    privacy = {},
  } = world
  /** What the phone does to the app. */
  const phone = {
    online: world.online ?? true,
    room: world.room ?? Number.POSITIVE_INFINITY,
    isAlive: true,
    isInFront: true,
    networkListeners: new Set(),
    underway: new Set(),
  }
  const directory = path.resolve(root)
  const readJson = (file) => JSON.parse(fs.readFileSync(path.join(directory, file), 'utf8'))
  const appJson = readJson('app.json')
  const pages = pagesOf(appJson)
  /** The short name under which the built templates take a button's open-type. */
  const [, openType] = /<button [^>]*open-type="\{\{i\.(\w+)\}\}"/.exec(
    fs.readFileSync(path.join(directory, 'base.wxml'), 'utf8'),
  )
  const calls = []
  const errors = []
  const stack = []
  const definitions = new Map()
  let app
  let loading

  const asleep = []
  const guarded =
    (run) =>
    (...args) => {
      if (!phone.isAlive) return
      if (!phone.isInFront) return void asleep.push([run, args])
      try {
        return run?.(...args)
      } catch (error) {
        errors.push(error)
      }
    }
  // A library's long timer must not keep the test process alive.
  const later = (run, ms, ...args) => setTimeout(guarded(run), ms, ...args).unref()
  const every = (run, ms, ...args) => setInterval(guarded(run), ms, ...args).unref()

  // The page that goes and the one that comes change places at one moment: in between, nothing else is on top.
  const comes = (options, goes) =>
    void later(() => {
      for (const page of goes()) page.close()
      open(options.url).then(() => options.success?.({}))
    })
  const navigate = {
    navigateTo: (options) => comes(options, () => []),
    redirectTo: (options) => comes(options, () => stack.splice(-1)),
    reLaunch: (options) => comes(options, () => stack.splice(0)),
    switchTab: (options) => navigate.reLaunch(options),
    navigateBack() {
      stack.pop()?.close()
      stack.at(-1)?.instance.onShow?.()
    },
  }
  const { wx, privacy: gate } = createWx(
    { storage, files, camera, request, navigate, later, privacy, phone },
    calls,
  )
  const log = (level) =>
    level === 'error'
      ? (...args) => errors.push(args.find((arg) => arg instanceof Error) ?? args.join(' '))
      : () => undefined

  const context = vm.createContext({
    wx,
    App: (definition) => {
      app = definition
    },
    Page: (definition) => definitions.set(loading, definition),
    Component: (definition) => definitions.set(loading, definition),
    Behavior: (definition) => definition,
    getApp: () => app,
    getCurrentPages: () => stack.map(({ instance }) => instance),
    requirePlugin: () => ({}),
    __wxConfig: { envVersion: 'develop' },
    console: {
      log: log('log'),
      info: log('info'),
      warn: log('warn'),
      error: log('error'),
      debug: log('debug'),
    },
    setTimeout: later,
    clearTimeout,
    setInterval: every,
    clearInterval,
  })
  vm.runInContext('delete globalThis.Intl; delete globalThis.WebAssembly', context)
  if (clockAheadMs !== 0)
    vm.runInContext(
      `Date = class extends Date {
         constructor(...parts) { if (parts.length === 0) super(Date.now()); else super(...parts) }
         static now() { return super.now() + ${clockAheadMs} }
       }`,
      context,
    )

  const modules = new Map()
  function load(file) {
    const name = file.endsWith('.js') ? file : `${file}.js`
    const known = modules.get(name)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(name, module)
    // Named and left undefined, as WeChat does: code that relies on a browser's globals fails here too.
    const names = ['require', 'module', 'exports', 'window', 'document', 'self', 'global', 'process']
    const run = vm.compileFunction(fs.readFileSync(name, 'utf8'), names, {
      filename: name,
      parsingContext: context,
    })
    run((request) => load(path.resolve(path.dirname(name), request)), module, module.exports)
    return module.exports
  }

  async function open(url) {
    const { route, query } = parseUrl(url)
    if (!pages.includes(route)) throw new Error(`${route} is not in app.json`)
    for (const end of ['.js', '.json', '.wxml']) {
      if (!fs.existsSync(path.join(directory, route + end))) throw new Error(`${route}${end} is missing`)
    }
    loading = route
    load(path.join(directory, route))
    const definition = definitions.get(route)
    if (!definition) throw new Error(`${route}.js did not call Page()`)
    const page = new PageView(route, definition, query, wx)
    stack.at(-1)?.instance.onHide?.()
    stack.push(page)
    page.instance.onLoad?.(query)
    page.instance.onShow?.()
    page.instance.onReady?.()
    for (
      const start = Date.now();
      page.updates === 0 && errors.length === 0 && Date.now() - start < READY_MS;
    ) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await page.settled()
    return page
  }

  return {
    pages,
    wx,
    calls,
    errors,
    storage,
    files,
    get top() {
      return stack.at(-1)
    },
    /** What the app told WeChat of its privacy dialog, in order. */
    privacyEvents: gate.events,
    /** The user taps a native button whose open-type is the consent; nothing else counts as one. */
    async agreeToPrivacy(page, node) {
      if (node[openType] !== 'agreePrivacyAuthorization') throw new Error('this button gives no consent')
      gate.tapAgree(node.uid)
      await page.fire(node, 'agreeprivacyauthorization')
    },
    open,
    load: (file) => load(path.join(directory, file)),
    async launch() {
      load(path.join(directory, 'app.js'))
      if (!app) throw new Error('app.js did not call App()')
      const options = { path: pages[0], query: {}, scene: 1001 }
      app.onLaunch?.(options)
      app.onShow?.(options)
      await new Promise((resolve) => setTimeout(resolve, 20))
    },
    /** The process is killed: what is in storage stays, nothing else does, and no answer reaches it any more. */
    kill() {
      phone.isAlive = false
      return storage
    },
    setRoom(characters) {
      phone.room = characters
    },
    setOnline(online) {
      phone.online = online
      for (const listener of phone.networkListeners)
        guarded(listener)({ isConnected: online, networkType: online ? 'wifi' : 'none' })
    },
    /** Another app comes to the front: five seconds later WeChat cuts what is under way and lets nothing run. */
    toBackground() {
      stack.at(-1)?.instance.onHide?.()
      app.onHide?.()
      for (const cut of phone.underway) cut('request:fail interrupted')
      phone.isInFront = false
    },
    toFront() {
      phone.isInFront = true
      app.onShow?.({ path: stack.at(-1)?.route, query: {}, scene: 1001 })
      stack.at(-1)?.instance.onShow?.()
      for (const [run, args] of asleep.splice(0)) guarded(run)(...args)
    },
  }
}
