import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).reduce<string[]>((all, entry) => {
    const path = join(folder, entry.name)
    return all.concat(entry.isDirectory() ? files(path) : path)
  }, [])

const sources = files(__dirname)
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path): [string, string] => [relative(__dirname, path), readFileSync(path, 'utf8')])

describe('the rules', () => {
  it.each(sources)(
    '%s reads no clock, chance, locale or platform and imports only its own files',
    (_, text) => {
      expect(text).not.toMatch(
        /\bDate\b\s*[.(]|new Date|Math\.random|\bIntl\b|toLocale|localeCompare|process\.|require\(|\bwx\b/,
      )
      for (const [, from] of text.matchAll(/from '([^']+)'/g)) expect(from).toMatch(/^\.{1,2}\/.*\.ts$/)
    },
  )

  it.each(sources)('%s is one idea: below 300 lines, without default export', (_, text) => {
    expect(text.split('\n').length).toBeLessThan(300)
    expect(text).not.toMatch(/export default/)
  })

  it('has one index, and it never reaches into tests', () => {
    expect(sources.map(([path]) => path).filter((path) => path.endsWith('index.ts'))).toEqual([
      'index.ts',
      'testing/index.ts',
    ])
    expect(sources.find(([path]) => path === 'index.ts')![1]).not.toMatch(/testing/)
  })
})
