import { QueryFailedError } from 'typeorm'
import { describe, expect, it } from 'vitest'
import { safeError } from './logging.js'

describe('what a log line says of an error', () => {
  it('never holds the parameters of a statement or the values in the database’s sentence', () => {
    const driver = Object.assign(new Error("Duplicate entry '李某某' for key 'uq_name'"), {
      errno: 1062,
      code: 'ER_DUP_ENTRY',
      sql: "INSERT INTO t VALUES ('李某某')",
    })
    const error = new QueryFailedError('INSERT INTO t VALUES (?)', ['李某某', '13800000000'], driver)
    const text = JSON.stringify(safeError(new Error('work failed', { cause: error })))
    expect(text).not.toMatch(/李某某|13800000000|INSERT/)
    expect(text).toContain('1062')
    expect(text).toContain('work failed')
  })

  it('keeps the place where it arose', () => {
    expect(safeError(new Error('stop')).stack).toContain('logging.spec')
  })
})
