import fs from 'node:fs'
import path from 'node:path'

const sheet = fs.readFileSync(path.join(__dirname, 'tokens.scss'), 'utf8')
const token = (name: string): string => {
  const value = new RegExp(`--c-${name}: (#[0-9a-f]{6})`).exec(sheet)?.[1]
  if (!value) throw new Error(`no token ${name}`)
  return value
}
const WHITE = '#ffffff'

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const TEXT: [text: string, ground: string][] = [
  ...['ink-1', 'ink-2', 'ink-3', 'brand'].flatMap((text): [string, string][] =>
    ['surface', 'page', 'sunken'].map((ground) => [token(text), token(ground)]),
  ),
  [token('ink-off'), token('surface')],
  [WHITE, token('brand')],
  [token('brand'), token('brand-tint')],
  [token('ink-1'), token('brand-tint')],
  [token('met'), token('met-ground')],
  [WHITE, token('not-met')],
  [token('not-met'), token('surface')],
  [token('undetermined'), token('undetermined-ground')],
  [token('not-applicable'), WHITE],
  [token('not-applicable'), token('page')],
  [WHITE, token('overdue')],
  [token('overdue'), token('surface')],
  [token('review'), token('review-ground')],
]

test.each(TEXT)('text %s on %s is readable', (text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
})

test.each(['surface', 'page'])('the border of a field stands out on %s', (ground) => {
  expect(contrast(token('line-field'), token(ground))).toBeGreaterThanOrEqual(3)
})

test('nothing is smaller than fourteen, and grows from size to size', () => {
  const sizes = [1, 2, 3, 4].map((size) => {
    const block = new RegExp(`\\.t-${size} \\{([^}]*)\\}`).exec(sheet)?.[1] ?? ''
    const px = (name: string) => Number(new RegExp(`--${name}: (\\d+)px`).exec(block)?.[1])
    return { fine: px('t-fine'), body: px('t-body'), target: px('h-target'), button: px('h-button') }
  })
  expect(sizes[0]?.fine).toBeGreaterThanOrEqual(14)
  expect(sizes[2]?.fine).toBeGreaterThanOrEqual(18)
  expect(sizes[3]?.body).toBeGreaterThanOrEqual(30)
  for (const { target } of sizes) expect(target).toBeGreaterThanOrEqual(44)
  for (const { button } of sizes.slice(2)) expect(button).toBeGreaterThanOrEqual(60)
  expect(sizes.map(({ body }) => body)).toEqual([...sizes.map(({ body }) => body)].sort((a, b) => a - b))
})
