// What every benchmark of the server shares: a calibration loop, medians of interleaved rounds, and how they are printed.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export const say = (line) => process.stdout.write(`  ${line}\n`)

const ascending = (values) => Float64Array.from(values).sort()

/** @param {number} share 0–1 */
export function percentile(values, share) {
  const sorted = ascending(values)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values) => percentile(values, 0.5)

/** Milliseconds with as many digits as mean something. */
export const ms = (value) =>
  value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)

export const spread = (values, show) => `${show(Math.min(...values))}–${show(Math.max(...values))}`

/**
 * The same work every time: how fast the machine is while we measure, and how much else it is doing. Printed beside the
 * figures, so that two runs can be told apart by it.
 * @returns {number} milliseconds for 20,000 hashes of 1 KB
 */
export function calibrate() {
  const block = Buffer.alloc(1024, 7)
  const began = performance.now()
  for (let at = 0; at < 20_000; at++) createHash('sha256').update(block).digest()
  return performance.now() - began
}

/** Processor time that a process has used so far, in milliseconds: it hardly depends on what else the machine does. */
export function processorMs(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
  return (Number(user) + Number(system)) * 10
}

/**
 * A, B, A, B …: whatever the machine does meanwhile meets both.
 * @param {Record<string, (round: number) => Promise<any>>} sides
 * @returns {Promise<{rounds: Record<string, any[]>, calibration: number[]}>}
 */
export async function interleave(sides, count) {
  const rounds = Object.fromEntries(Object.keys(sides).map((name) => [name, []]))
  const calibration = []
  for (let round = 0; round < count; round++) {
    calibration.push(calibrate())
    // Whoever goes first in one round goes last in the next.
    const names = round % 2 === 0 ? Object.keys(sides) : Object.keys(sides).reverse()
    for (const name of names) rounds[name].push(await sides[name](round))
  }
  return { rounds, calibration }
}

export const sayCalibration = (times) =>
  say(`calibration loop ${ms(median(times))} ms (${spread(times, ms)}): the wider, the less the figures say`)
