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

/**
 * Taps until the tap has had its effect: one that comes right after another counts as a shaking hand, and a page that is
 * still drawing may not hear it.
 * @param {() => object | undefined} nodeOf what to tap; undefined while it is not there
 */
export const tapUntil = (page, nodeOf, effect) =>
  until('the effect of a tap', async () => {
    const node = nodeOf()
    if (!effect() && node) await page.tap(node)
    return effect()
  })

export const classed = (page, className) => () => page.findAll(className)[0]
export const saying = (page, className, words) => () =>
  page.findAll(className).find((node) => page.text(node).includes(words))
