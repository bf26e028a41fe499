// Which source each byte of a built mini-program comes from, told by the source maps of the build.
import { readdirSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import path from 'node:path'

/** The built files that hold code, with the package each belongs to: `main`, or the root of a subpackage. */
export function codeFiles(folder) {
  const app = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8'))
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => {
      const file = path.join(entry.parentPath ?? entry.path, entry.name)
      const name = path.relative(folder, file).split(path.sep).join('/')
      return { file, owner: roots.find((root) => name.startsWith(`${root}/`)) ?? 'main' }
    })
}

/** The runs of characters of a built file with the source each was made from; what comes from none is left out. */
export function piecesOf(file) {
  const { map, lines } = mapped(file)
  const pieces = []
  lines.forEach((line, row) => {
    let source
    let from = 0
    const close = (to) => {
      if (source !== undefined && to > from) pieces.push({ source, code: line.slice(from, to) })
    }
    for (let column = 0; column < line.length; column++) {
      const { generatedLine, originalSource } = map.findEntry(row, column)
      // An entry of an earlier line means that nothing of this line has been mapped yet.
      const here = generatedLine === row ? originalSource : undefined
      if (here === source) continue
      close(column)
      source = here
      from = column
    }
    close(line.length)
  })
  return pieces
}

function mapped(file) {
  const text = readFileSync(file, 'utf8')
  let payload
  try {
    payload = JSON.parse(readFileSync(`${file}.map`, 'utf8'))
  } catch {
    // Files that only load others are written without a map.
    payload = { version: 3, sources: [], names: [], mappings: '' }
  }
  return { map: new SourceMap(payload), lines: text.split('\n') }
}
