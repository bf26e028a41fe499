// Waits are for what happens, never for a time; the machine may be busy with other things.
const PATIENCE_MS = 60_000

/**
 * Until a condition holds.
 * @param {() => string} [instead] what there is when it does not come to hold, for the failure's text
 * @returns what the check found
 */
export async function until(what, check, instead = () => '') {
  for (const deadline = Date.now() + PATIENCE_MS; ; ) {
    const found = await check()
    if (found) return found
    if (Date.now() > deadline) throw new Error(`did not happen: ${what} ${instead()}`.trimEnd())
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
