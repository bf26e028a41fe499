import { existsSync } from 'node:fs'
import path from 'node:path'
import { isUnpacked, unpackDebian } from './debian-packages.mjs'
import { DATA } from './paths.mjs'
import { say } from './say.mjs'

const PACKAGE = 'fonts-hanazono'
const FOLDER = 'usr/share/fonts/truetype/hanazono'
const ROOT = path.join(DATA, 'fonts')

/**
 * Finds fonts for the rare characters of names (花园明朝, free), or unpacks them beside the database engine, and tells the
 * server where they lie. Where there are none everything works, and such a character prints as its number.
 */
export async function provideRareFonts() {
  if (process.env.RARE_FONTS_DIR || existsSync(path.join('/', FOLDER))) return
  if (!isUnpacked(ROOT)) say('Unpacking fonts for rare characters in names (once, about 22 MB)')
  if (!(await unpackDebian(ROOT, [PACKAGE])))
    return say('No fonts for rare characters could be had: names print without them')
  process.env.RARE_FONTS_DIR = path.join(ROOT, FOLDER)
}
