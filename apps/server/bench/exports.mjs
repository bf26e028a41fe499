// A ledger of 200,000 rows with a heap that could not hold it, read by somebody with a slow line.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Writable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { writePdf } from '../dist/modules/exports/document/pdf-document.js'
import { writeXlsx } from '../dist/modules/exports/document/xlsx-document.js'

const HEAP_MB = 64
/** Of the whole process: the heap, the node program, the font. */
const CASES = [
  { name: 'xlsx', write: writeXlsx, rows: 2_000 },
  { name: 'xlsx', write: writeXlsx, rows: 200_000 },
  { name: 'pdf', write: writePdf, rows: 5_000 },
]
const COLUMNS = [3, 7, 6, 12, 5, 22, 5, 4].map((width, at) => ({ label: `第${at + 1}列`, width }))

/** Takes 256 KB, then makes the writer wait. */
function slowReader() {
  const seen = { bytes: 0, hash: createHash('sha256') }
  const stream = new Writable({
    highWaterMark: 64 * 1024,
    write(chunk, _encoding, done) {
      const before = Math.floor(seen.bytes / 262_144)
      seen.bytes += chunk.length
      seen.hash.update(chunk)
      if (Math.floor(seen.bytes / 262_144) > before) void setTimeout(20).then(() => done())
      else done()
    },
  })
  return { stream, seen }
}

async function* ledger(rows) {
  for (let at = 1; at <= rows; at++)
    yield [
      at,
      { date: `2026-${String(1 + (at % 12)).padStart(2, '0')}-15` },
      '发放资料',
      `村委会广场${at % 97}`,
      at % 300,
      `发放禁毒宣传资料${at}份，讲解举报电话和奖励办法，现场答疑，群众反映良好。`,
      '陈示例',
      '',
    ]
}

async function measure({ name, write, rows }) {
  const { stream, seen } = slowReader()
  const table = { columns: COLUMNS, rows: ledger(rows), empty: '', paper: 'grid' }
  const began = performance.now()
  await write(
    {
      title: '台账',
      isWide: true,
      madeBy: '示范村A 村书记 陈示例',
      isWatermarked: true,
      madeAt: new Date(),
      sheets: (async function* () {
        yield { name: '台账', title: '台账', subtitle: '', blocks: [{ kind: 'table', table }] }
      })(),
    },
    stream,
  )
  const seconds = (performance.now() - began) / 1000
  const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024
  const size = seen.bytes / 1_048_576
  console.log(
    `${name} ${rows} rows: ${size.toFixed(1)} MB in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s; ` +
      `heap at most ${HEAP_MB} MB, process at most ${Math.round(peak)} MB`,
  )
}

const chosen = process.argv[2]
if (chosen === undefined) {
  // Each in a process of its own, so that its peak is its own.
  for (const at of CASES.keys()) {
    const { status } = spawnSync(
      process.execPath,
      [`--max-old-space-size=${HEAP_MB}`, fileURLToPath(import.meta.url), String(at)],
      { stdio: 'inherit' },
    )
    if (status !== 0) throw new Error('the export needed more memory than it was given')
  }
} else await measure(CASES[Number(chosen)])
