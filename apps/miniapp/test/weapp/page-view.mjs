// One opened page: holds the data the mini-program sent, as WeChat's view layer would, and lets a test look and touch.

/** `root.cn[0].v` → ['root', 'cn', '0', 'v'] */
const stepsOf = (path) =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)

function writeAt(data, path, value) {
  const steps = stepsOf(path)
  const last = steps.pop()
  let place = data
  steps.forEach((step, index) => {
    const next = steps[index + 1] ?? last
    place[step] ??= /^\d+$/.test(next) ? [] : {}
    place = place[step]
  })
  place[last] = value
}

export class PageView {
  updates = 0

  constructor(route, definition, query, wx) {
    this.route = route
    const view = this
    this.instance = Object.assign(Object.create(null), definition, {
      route,
      __route__: route,
      options: query,
      data: structuredClone(definition.data ?? {}),
      setData(patch, callback) {
        view.updates += 1
        // Data crosses to another thread: what cannot be written as JSON does not arrive.
        for (const [path, value] of Object.entries(JSON.parse(JSON.stringify(patch))))
          writeAt(this.data, path, value)
        setTimeout(() => callback?.call(this), 0).unref()
      },
      selectComponent: () => null,
      selectAllComponents: () => [],
      createSelectorQuery: wx.createSelectorQuery,
      getTabBar: () => null,
      getPageId: () => route,
    })
  }

  get root() {
    return this.instance.data.root
  }

  *nodes(node = this.root) {
    if (!node) return
    yield node
    for (const child of node.cn ?? []) yield* this.nodes(child)
  }

  findAll(className) {
    return [...this.nodes()].filter((node) =>
      String(node.cl ?? '')
        .split(/\s+/)
        .includes(className),
    )
  }

  find(className) {
    const [node] = this.findAll(className)
    if (!node) throw new Error(`nothing of class ${className} on ${this.route}`)
    return node
  }

  text(node = this.root) {
    return [...this.nodes(node)].map((one) => one.v ?? '').join('')
  }

  /** Waits until the page has stopped sending data. */
  async settled(quietMs = 30) {
    for (let before = -1; before !== this.updates; ) {
      before = this.updates
      await new Promise((resolve) => setTimeout(resolve, quietMs))
    }
  }

  async fire(node, type, detail = {}) {
    const target = { id: node.uid ?? node.sid, dataset: { sid: node.sid }, offsetLeft: 0, offsetTop: 0 }
    this.instance.eh({
      type,
      timeStamp: Date.now(),
      target,
      currentTarget: target,
      mark: { sid: node.sid },
      detail,
      touches: [],
      changedTouches: [],
    })
    await this.settled()
  }

  tap(node) {
    return this.fire(node, 'tap')
  }

  input(node, value) {
    return this.fire(node, 'input', { value, cursor: value.length })
  }

  close() {
    this.instance.onHide?.()
    this.instance.onUnload?.()
  }
}
