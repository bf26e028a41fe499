import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ITEMS } from '../assessment/assessment.ts'
import { ITEM_CLAUSES } from '../assessment/item-clauses.ts'
import { RECORD_KINDS } from '../records/record-kinds.ts'
import { RULES } from '../standards/rules.ts'
import {
  clauseTable,
  coversOf,
  HEADINGS,
  HUMAN_JUDGEMENTS,
  judgementsOf,
  PREFACES,
  phrasesOf,
  sentencesOf,
  uncovered,
  unquoted,
} from './clause-coverage.ts'

/** Duties of 戒毒条例 beside the notice; the experience report is asked for by 五(五). */
const FOR_THE_LAW = ['agreement', 'police-report', 'town-decision', 'experience-report']

const docs = join(__dirname, '../../../../docs')
const notice = readFileSync(join(docs, 'sources/bowei-2023-15.md'), 'utf8')
const sentences = sentencesOf(notice)

describe('clause coverage', () => {
  it('finds every numbered sentence of 三 and 四', () => {
    const numbered = (section: string, count: number) =>
      Array.from({ length: count }, (_, nth) => `${section}${nth + 1}`)
    expect(sentences.map(({ ref }) => ref)).toEqual([
      '三(一)',
      '三(二)',
      ...numbered('三(二)', 10),
      '三(三)',
      ...numbered('三(三)', 6),
      '四(一)',
      ...numbered('四(一)', 7),
      '四(二)',
    ])
  })

  it('leaves no sentence to nobody', () => {
    expect(uncovered(sentences).map(({ ref }) => ref)).toEqual([])
    expect(uncovered([...sentences, { ref: '三(二)11', text: '新的一条' }])).toHaveLength(1)
  })

  it.each(sentences.map((sentence) => [sentence.ref, sentence] as const))(
    '%s: what covers it quotes its own words',
    (_, sentence) => {
      for (const { quote } of [...coversOf(sentence), ...judgementsOf(sentence)])
        expect(sentence.text).toContain(quote)
    },
  )

  it.each(sentences.map((sentence) => [sentence.ref, sentence] as const))(
    '%s: every phrase of it is quoted, or only says what it is about',
    (_, sentence) => {
      expect(unquoted(sentence)).toEqual([])
    },
  )

  it('the test that looks for phrases nobody covers finds them', () => {
    expect(unquoted({ ref: '四(一)7', text: `${sentences[20]!.text}，新加的一句。` })).toContain('新加的一句')
    const all = sentences.reduce<string[]>((phrases, sentence) => phrases.concat(phrasesOf(sentence)), [])
    for (const preface of PREFACES) expect(all).toContain(preface)
  })

  it('every kind of record is read for a sentence of the notice, or for the law', () => {
    const read = new Set<string>(FOR_THE_LAW)
    for (const sentence of sentences)
      for (const { reads } of [...coversOf(sentence), ...judgementsOf(sentence)])
        for (const kind of reads) read.add(kind)
    expect(Object.keys(RECORD_KINDS).filter((kind) => !read.has(kind))).toEqual([])
  })

  it('every rule and item of 三 and 四 stands in the table', () => {
    const refs = new Set(sentences.map(({ ref }) => ref))
    for (const { id, clause } of RULES) expect([id, refs.has(clause.ref)]).toEqual([id, true])
    for (const { id } of ITEMS) expect([id, refs.has(ITEM_CLAUSES[id].ref)]).toEqual([id, true])
    for (const { ref } of HUMAN_JUDGEMENTS) expect(refs.has(ref)).toBe(true)
    for (const ref of HEADINGS) expect(coversOf({ ref, text: '' })).toEqual([])
  })

  it('docs/clauses.md is current: pnpm build, then node packages/rules/bin/write-clauses.mjs', () => {
    expect(readFileSync(join(docs, 'clauses.md'), 'utf8')).toBe(clauseTable(notice))
  })
})
