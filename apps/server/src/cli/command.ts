/** Runs a command and ends the process: 0 done, 1 with one sentence why not. */
export async function runCommand(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    if (process.env.CLI_LOG_LEVEL === 'debug' && error instanceof Error)
      process.stderr.write(`${error.stack}\n`)
    process.exitCode = 1
  }
}

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
