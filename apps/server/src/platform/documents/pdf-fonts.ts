import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const PACKAGE = '@expo-google-fonts/noto-sans-sc'
const FILES = {
  regular: '400Regular/NotoSansSC_400Regular.ttf',
  bold: '700Bold/NotoSansSC_700Bold.ttf',
} as const

export type FontWeight = keyof typeof FILES

const loaded = new Map<string, Buffer>()

function read(file: string): Buffer {
  const known = loaded.get(file)
  if (known) return known
  const bytes = readFileSync(file)
  loaded.set(file, bytes)
  return bytes
}

/** A weight of Noto Sans SC, read from disk once. Documents embed only the glyphs they use. */
export function fontFile(weight: FontWeight): Buffer {
  // The one place that asks where this file lies: the font is found from the package that depends on it.
  return read(createRequire(import.meta.url).resolve(`${PACKAGE}/${FILES[weight]}`))
}

/** Where Debian's package fonts-hanazono puts its files; RARE_FONTS_DIR names another folder. */
const HANAZONO = '/usr/share/fonts/truetype/hanazono'
/** 花园明朝: A has the older blocks, B the extensions of Unicode up to F. Tried in this order. */
const RARE_FILES = ['HanaMinA.ttf', 'HanaMinB.ttf'] as const

const rareFile = (name: string): string => path.join(process.env.RARE_FONTS_DIR ?? HANAZONO, name)

/** Whether characters that Noto Sans SC lacks can be printed on this machine. */
export const hasRareFonts = (): boolean => RARE_FILES.every((name) => existsSync(rareFile(name)))

/** Fonts for characters that Noto Sans SC lacks, read when the first such character is printed; none: not installed. */
export const rareFonts = (): { name: string; bytes: Buffer }[] =>
  hasRareFonts() ? RARE_FILES.map((name) => ({ name, bytes: read(rareFile(name)) })) : []
