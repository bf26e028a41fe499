import { spawn } from 'node:child_process'
import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import {
  type Assessment,
  assess,
  assessYear,
  changeTexts,
  itemChanges,
  itemChangeText,
  readSnapshot,
  type Scorecard,
  scorecardChanges,
} from '@dfv/rules'
import type { Unpacked } from './unpack-archive.js'

const TIMEOUT_MS = 120_000
/** The program came with the archive: it may read its own folder, and nothing else. */
const CONFINED = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission'

export type Replay = {
  /** The version's folder in the archive. */
  folder: string
  /** What was judged again is what was frozen, byte for byte. */
  isSame: boolean
  reason?: string
  /** By the rules of this release, clause by clause; empty unless asked for. */
  changes: string[]
}

/** Judges every frozen version of an archive again, each with the program that lies beside it. */
export async function replayArchive({ root, files }: Unpacked, isCurrent: boolean): Promise<Replay[]> {
  const replays: Replay[] = []
  for (const name of files.filter((file) => file.endsWith('/snapshot.json')).sort()) {
    const folder = path.dirname(name)
    const at = await realpath(path.join(root, folder))
    const reason = await differenceIn(at)
    const changes = isCurrent ? await changesIn(at) : []
    replays.push({ folder, isSame: reason === undefined, ...(reason && { reason }), changes })
  }
  return replays
}

async function differenceIn(at: string): Promise<string | undefined> {
  for (const [file, options] of [
    ['scorecard.json', []],
    ['points.json', ['--points']],
  ] as const) {
    const { code, output } = await judge(at, options)
    if (code !== 0) return `assess.mjs 没有运行完（${code}）`
    if (!output.equals(await readFile(path.join(at, file)))) return `复算的和 ${file} 不一样`
  }
  return undefined
}

function judge(at: string, options: readonly string[]): Promise<{ code: number | null; output: Buffer }> {
  return new Promise((resolve, reject) => {
    const args = [
      CONFINED,
      `--allow-fs-read=${at}/*`,
      path.join(at, 'assess.mjs'),
      path.join(at, 'snapshot.json'),
    ]
    const child = spawn(process.execPath, [...args, ...options], {
      cwd: at,
      env: {},
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: TIMEOUT_MS,
    })
    const output: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: Buffer.concat(output) }))
  })
}

async function changesIn(at: string): Promise<string[]> {
  const json = async (file: string) => JSON.parse(await readFile(path.join(at, file), 'utf8'))
  const read = readSnapshot(await json('snapshot.json'))
  if (!read.ok) return ['现行的程序读不懂这份台账。']
  const { ledger, counts, ...options } = read.snapshot
  const scorecard: Scorecard = await json('scorecard.json')
  const points: Assessment = await json('points.json')
  return [
    ...changeTexts(scorecardChanges(scorecard, assess(ledger, options))),
    ...itemChanges(points, assessYear(ledger, { ...options, ...counts })).map(itemChangeText),
  ]
}
