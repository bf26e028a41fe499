import { writeFileSync } from 'node:fs'

/** Reporter of node:test: prints failures and `figure:` lines, and writes how many leaf tests passed and failed, and how long each took. */
export default async function* countReporter(source) {
  const result = { passed: 0, failed: 0, slowest: [] }
  for await (const { type, data } of source) {
    const isLeaf = data?.details?.type !== 'suite'
    if (type === 'test:pass' && isLeaf) {
      result.passed += 1
      result.slowest.push({ name: data.name, ms: data.details.duration_ms })
    }
    if (type === 'test:fail' && isLeaf) {
      result.failed += 1
      const cause = data.details?.error?.cause ?? data.details?.error
      yield `FAIL ${data.file ?? ''} ${data.name}\n${cause?.stack ?? cause}\n`
    }
    if (type === 'test:diagnostic' && String(data.message).startsWith('figure:')) yield `${data.message}\n`
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message
  }
  if (process.env.COUNT_FILE) writeFileSync(process.env.COUNT_FILE, JSON.stringify(result))
}
