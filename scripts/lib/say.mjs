/** What the commands tell the person in front of them: plain lines, and one clear sentence when something cannot go on. */

const started = performance.now()

export function say(line) {
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6)
  console.log(`${seconds}s  ${line}`)
}

/** A stop with a sentence instead of a stack. */
export class Stop extends Error {}

/** Runs a command's main function and turns its end into an exit code. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
