import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { POLICY_MEANINGS } from '../policy/meanings.ts'
import { POLICIES } from '../policy/policies.ts'
import { RULES } from '../standards/rules.ts'
import { AWARD_CLAUSES } from './award-clauses.ts'
import { CLAUSES, NOTICE } from './clauses.ts'

const source = readFileSync(join(__dirname, '../../../../docs/sources/bowei-2023-15.md'), 'utf8')

describe('the notice', () => {
  it.each(Object.entries({ ...CLAUSES, ...AWARD_CLAUSES }))(
    '%s is quoted word for word',
    (_, { ref, quote }) => {
      expect(source).toContain(quote)
      expect(ref).toMatch(/^[一二三四五六]\([一二三四五六]\)\d*$/)
    },
  )

  it.each(RULES.map((rule) => [rule.id, rule.clause.quote]))(
    '%s rests on a sentence of the notice',
    (_, quote) => {
      expect(source).toContain(quote)
    },
  )

  it('is the document it says it is', () => {
    expect(source).toContain(NOTICE.documentNumber)
    expect(source).toContain(NOTICE.title)
    expect(source).toContain(NOTICE.issuer)
    expect(source).toContain('2023年3月24日')
    expect(NOTICE.issuedOn).toBe('2023-03-24')
  })

  it('gives every policy value a clause and a meaning', () => {
    for (const meaning of Object.values(POLICY_MEANINGS)) expect(meaning).toMatch(/\p{Script=Han}/u)
    for (const value of Object.values(POLICIES.values)) {
      expect(value.clause).toMatch(/^([一二三四五六]\([一二三四五六]\)\d*|(禁毒法|戒毒条例) 第.+条)$/)
    }
  })
})
