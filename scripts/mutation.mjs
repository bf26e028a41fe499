// Mutation testing of the rules: npm run mutation [-- folder … | file …]. Apart from npm test: it takes long.
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { RULES } from './lib/paths.mjs'
import { run } from './lib/processes.mjs'
import { main, Stop } from './lib/say.mjs'
import { checkNode, getPnpm, install } from './lib/setup.mjs'

const FOLDER = path.join(RULES, 'mutation')
const REPORT = path.join(FOLDER, 'report/mutation.json')
/** What may not go unnoticed, in percent of the changes tried in a folder. */
const LEAST = 90

const sourcesOf = (name) => (name.endsWith('.ts') ? `src/${name}` : `src/${name}/**/!(*.spec).ts`)

/** The files that were changed, by folder; only the named folders and files. */
function triedIn(names) {
  const { files } = JSON.parse(readFileSync(REPORT, 'utf8'))
  const folders = new Map()
  for (const [file, { source, mutants }] of Object.entries(files)) {
    const name = file.replace(/^src\//, '')
    if (names.length > 0 && !names.some((one) => name === one || name.startsWith(`${one}/`))) continue
    const folder = path.dirname(name)
    folders.set(folder, [...(folders.get(folder) ?? []), { name, lines: source.split('\n'), mutants }])
  }
  return folders
}

const isUnnoticed = ({ status }) => status === 'Survived' || status === 'NoCoverage'
const oneLine = (text) => text.replace(/\s+/g, ' ').slice(0, 100)

/** Every change that no test noticed: where, what stood there, what stood there instead. */
function tellUnnoticed({ name, lines, mutants }) {
  for (const { location, replacement } of mutants.filter(isUnnoticed)) {
    const { start, end } = location
    const text = lines.slice(start.line - 1, end.line)
    text[text.length - 1] = text[text.length - 1].slice(0, end.column - 1)
    text[0] = text[0].slice(start.column - 1)
    console.log(`${name}:${start.line}  ${oneLine(text.join('\n'))}  →  ${oneLine(replacement)}`)
  }
}

/** One line a folder. @returns whether enough was noticed in every one */
function tellScores(folders) {
  const line = (name, ...cells) =>
    console.log(name.padEnd(14) + cells.map((cell) => `${cell}`.padStart(12)).join(''))
  line('', 'noticed', 'of', 'by time', 'left out', 'score')
  let isEnough = folders.size > 0
  for (const [folder, files] of folders) {
    const all = files.flatMap(({ mutants }) => mutants)
    const count = (...states) => all.filter(({ status }) => states.includes(status)).length
    const noticed = count('Killed', 'Timeout')
    const tried = noticed + all.filter(isUnnoticed).length
    if (noticed * 100 < tried * LEAST) isEnough = false
    const score = `${((noticed / tried) * 100).toFixed(1)} %`
    line(folder, noticed, tried, count('Timeout'), count('Ignored'), score)
  }
  return isEnough
}

await main(async () => {
  checkNode()
  await install()
  const pnpm = await getPnpm()
  await pnpm(['install', '--frozen-lockfile', '--prefer-offline', '--loglevel=warn'], {
    cwd: FOLDER,
    quiet: true,
  })
  // Whatever else the machine does goes first; the processes it starts inherit this.
  os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL)
  const stryker = path.join(FOLDER, 'node_modules/@stryker-mutator/core/bin/stryker.js')
  const names = process.argv.slice(2)
  const { code } = await run(
    process.execPath,
    [
      stryker,
      'run',
      'mutation/stryker.config.mjs',
      ...(names.length > 0 ? ['--mutate', names.map(sourcesOf).join(',')] : []),
    ],
    { cwd: RULES, allowFailure: true },
  )
  if (code !== 0) throw new Stop('The changes could not be tried: what went wrong stands above.')
  const folders = triedIn(names)
  for (const files of folders.values()) files.forEach(tellUnnoticed)
  if (!tellScores(folders))
    throw new Stop(`Fewer than ${LEAST} % of the changes of a folder were noticed by a test.`)
})
