/** A fixed piece of work: its time says how fast this machine is just now. */
function calibrate() {
  let hash = 2166136261
  for (let index = 0; index < 2_000_000; index++) hash = Math.imul(hash ^ (index & 255), 16777619)
  return hash
}

const ROUNDS = 7
const ROUND_MS = 250

export const median = (numbers) => numbers.slice().sort((a, b) => a - b)[numbers.length >> 1]

/** Milliseconds of processor time since `start`: what else runs on the machine, and the collector's own threads, count as they should. */
function processorMs(start) {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

async function timed(work, times) {
  const start = process.cpuUsage()
  for (let nth = 0; nth < times; nth++) await work()
  return processorMs(start)
}

function timedSync(work, times) {
  const start = process.cpuUsage()
  for (let nth = 0; nth < times; nth++) work()
  return processorMs(start)
}

/**
 * The median of seven rounds of some work, beside as many of the calibration loop, in processor time.
 * @param work may be asynchronous
 * @returns milliseconds of one run, of one calibration loop, and the spread of the rounds
 */
export async function measure(work) {
  const isAsync = work() instanceof Promise
  const clock = isAsync ? timed : timedSync
  // Warm until the code is compiled, then choose how often a round runs.
  let times = 1
  let spent = await clock(work, times)
  for (let total = spent; total < 1500; total += spent) {
    if (spent < ROUND_MS / 4) times *= 2
    spent = await clock(work, times)
  }
  times = Math.max(1, Math.round((times * ROUND_MS) / spent))
  const rounds = []
  const loops = []
  for (let round = 0; round < ROUNDS; round++) {
    loops.push(timedSync(calibrate, 3) / 3)
    rounds.push((await clock(work, times)) / times)
  }
  return { ms: median(rounds), loop: median(loops), low: Math.min(...rounds), high: Math.max(...rounds) }
}

/** Several works in turn, round by round, so that a slow moment of the machine touches all of them alike. @returns the median of each */
export function inTurn(works, rounds = ROUNDS) {
  for (const work of works) for (let nth = 0; nth < 3; nth++) work()
  const spent = works.map(() => [])
  for (let round = 0; round < rounds; round++)
    works.forEach((work, nth) => {
      spent[nth].push(timedSync(work, 1))
    })
  return spent.map(median)
}

export const figure = (number) =>
  number >= 100 ? number.toFixed(0) : number >= 1 ? number.toFixed(2) : number.toFixed(4)

export const yesNo = (isReached) => (isReached ? 'yes' : 'NO')

export const say = (text = '') => process.stdout.write(`${text}\n`)

/** Prints rows under a head, every column as wide as its widest cell. */
export function table(head, rows) {
  const lines = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(...lines.map((row) => row[column].length)))
  for (const row of lines)
    say(
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('   ')}`,
    )
}
