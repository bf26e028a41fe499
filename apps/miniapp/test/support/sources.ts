import fs from 'node:fs'
import path from 'node:path'

export const SRC = path.resolve(__dirname, '../../src')

export type Source = { name: string; text: string; code: string }

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')

/** Every source file of the app but its tests, named from src. */
export function sources(): Source[] {
  return fs
    .readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.spec\./.test(entry.name))
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      const text = fs.readFileSync(file, 'utf8')
      return { name: path.relative(SRC, file).split(path.sep).join('/'), text, code: withoutComments(text) }
    })
}
