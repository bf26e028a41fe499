import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const PACKAGE = '@expo-google-fonts/noto-sans-sc'
const FILES = {
  regular: '400Regular/NotoSansSC_400Regular.ttf',
  bold: '700Bold/NotoSansSC_700Bold.ttf',
} as const

export type FontWeight = keyof typeof FILES

const loaded = new Map<FontWeight, Buffer>()

/** A weight of Noto Sans SC, read from disk once. Documents embed only the glyphs they use. */
export function fontFile(weight: FontWeight): Buffer {
  const known = loaded.get(weight)
  if (known) return known
  // The one place that asks where this file lies: the font is found from the package that depends on it.
  const file = readFileSync(createRequire(import.meta.url).resolve(`${PACKAGE}/${FILES[weight]}`))
  loaded.set(weight, file)
  return file
}
