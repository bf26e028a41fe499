// Plain CommonJS: the build loads it without compiling.
const { createHash } = require('node:crypto')

const NAME = 'FirstPage'

/**
 * Adds a script of its own before the app's: by the address it begins to fetch what the first page needs, beside the app itself.
 * Otherwise it is asked for when the app has arrived and run: with bad signal, where each request takes long, a third of a second
 * later.
 */
module.exports = class FirstPage {
  /** @param {{home: string}} options the page that an address without one shows */
  constructor({ home }) {
    this.home = home
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.hooks.processAssets.tap(
        // After the last change of a name, before the list of the offline shell.
        { name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_REPORT - 1 },
        (assets) => {
          const script = scriptOf(filesOfPages(compilation), this.home)
          const name = `js/first-page.${createHash('sha256').update(script).digest('hex').slice(0, 8)}.js`
          compilation.emitAsset(name, new sources.RawSource(script))
          const page = assets['index.html'].source().toString()
          const placed = page.replace('<script ', `<script async src="/${name}"></script><script `)
          if (placed === page) throw new Error('index.html has no script to put one before')
          compilation.updateAsset('index.html', new sources.RawSource(placed))
        },
      )
    })
  }
}

/** What each page is fetched in, beside what every page needs. */
function filesOfPages(compilation) {
  const atStart = new Set([...compilation.entrypoints.values()].flatMap((entry) => entry.getFiles()))
  const pages = {}
  for (const group of compilation.chunkGroups)
    for (const { request } of group.origins) {
      const page = /(?:^|\/)((?:pages|packages-[a-z]+)\/[\w/-]+\/index)$/.exec(request ?? '')?.[1]
      if (page) pages[page] = group.getFiles().filter((file) => !atStart.has(file))
    }
  return pages
}

/** Each name once: the pages share most of their files. */
function scriptOf(pages, home) {
  const files = [...new Set(Object.values(pages).flat())].sort()
  const places = Object.fromEntries(
    Object.entries(pages).map(([page, own]) => [page, own.map((file) => files.indexOf(file))]),
  )
  if (!places[home]) throw new Error(`${home} is not a page of the app`)
  return `(function(files,pages){
var page=location.hash.replace(/^#\\/?/,'').split('?')[0]||${JSON.stringify(home)};
(pages[page]||[]).forEach(function(at){
var link=document.createElement('link');
link.rel='preload';link.as=/css$/.test(files[at])?'style':'script';link.href='/'+files[at];
document.head.appendChild(link)})
})(${JSON.stringify(files)},${JSON.stringify(places)})
`
}
