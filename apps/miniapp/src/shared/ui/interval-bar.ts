/** 0..1 → a place on a bar of 300, cut to one decimal. */
const place = (share: number) => (Math.min(Math.max(share, 0), 1) * 300).toFixed(1)

/** A rate with its interval and the target, as a picture without words: the words stand below it and grow with the text. */
export function intervalBar(given: { low: number; rate: number; high: number; target: number }): string {
  const { low, rate, high, target } = given
  const tick = Math.min(Math.max(Number(place(rate)) - 2, 0), 296)
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 24" preserveAspectRatio="none">` +
    `<rect y="8" width="300" height="8" fill="#E7ECF1"/>` +
    `<rect x="${place(low)}" y="6" width="${place(high - low)}" height="12" fill="#8FB8DF"/>` +
    `<rect x="${tick}" y="2" width="4" height="20" fill="#101A24"/>` +
    `<path d="M${place(target)} 0V24" stroke="#101A24" stroke-width="2" stroke-dasharray="4 3"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
