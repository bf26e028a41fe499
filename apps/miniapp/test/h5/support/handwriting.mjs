import { settled } from './browser.mjs'

/** A name as a mouse writes it, in pixels of the pad. */
const NAME_STROKES = [
  [
    [60, 80],
    [140, 80],
  ],
  [
    [100, 40],
    [100, 190],
  ],
  [
    [98, 90],
    [60, 150],
  ],
  [
    [102, 90],
    [140, 140],
  ],
  [
    [180, 80],
    [260, 80],
  ],
  [
    [220, 40],
    [220, 190],
  ],
  [
    [218, 90],
    [180, 150],
  ],
  [
    [222, 90],
    [265, 150],
  ],
]

/** Writes on the signature pad with the mouse. */
export async function writeName(page, lines = NAME_STROKES) {
  await settled(page)
  const box = await page.locator('.dfv-pad').boundingBox()
  for (const [[x, y], ...rest] of lines) {
    await page.mouse.move(box.x + x, box.y + y)
    await page.mouse.down()
    for (const [toX, toY] of rest) await page.mouse.move(box.x + toX, box.y + toY, { steps: 8 })
    await page.mouse.up()
  }
}
