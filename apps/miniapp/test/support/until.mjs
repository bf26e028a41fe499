// Waits are for what happens, never for a time; the machine may be busy with other things.
const PATIENCE_MS = 60_000

/** Until a condition holds. @returns what the check found */
export async function until(what, check) {
  for (const deadline = Date.now() + PATIENCE_MS; ; ) {
    const found = await check()
    if (found) return found
    if (Date.now() > deadline) throw new Error(`did not happen: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
