// Plain CommonJS: the build loads it without compiling.
const { createHash } = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')

const NAME = 'OfflineShell'

/** Writes sw.js beside the browser app: the list of its files, so that it opens without a network. */
module.exports = class OfflineShell {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        (assets) => {
          const files = Object.keys(assets)
            .filter((name) => /\.(js|css|png)$/.test(name))
            .map((name) => `/${name}`)
            .sort()
          const list = JSON.stringify(['/', ...files])
          const page = assets['index.html']?.source().toString() ?? ''
          const version = createHash('sha256').update(list).update(page).digest('hex').slice(0, 12)
          const worker = fs
            .readFileSync(path.join(__dirname, 'offline-worker.js'), 'utf8')
            .replace('__VERSION__', version)
            .replace('__FILES__\n', `${list}\n`)
          compilation.emitAsset('sw.js', new sources.RawSource(worker))
        },
      )
    })
  }
}
