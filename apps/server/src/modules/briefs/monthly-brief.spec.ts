import type { State } from '@dfv/rules'
import { expect, it } from 'vitest'
import { BRIEF_KINDS, type BriefKind } from './brief-text.js'
import { townSections, type VillageMonth } from './monthly-brief.js'

const done = Object.fromEntries(BRIEF_KINDS.map((kind) => [kind, 0])) as Record<BriefKind, number>

const month = (name: string, talk: State, standards: readonly State[]): VillageMonth => ({
  areaCode: name,
  name,
  done,
  people: 0,
  standards: standards.map((state) => ({ state })),
  parts: [{ id: 'S2.talks', state: talk, figure: '' }],
  overdue: [],
  due: [],
})

const sectionOf = (months: readonly VillageMonth[], title: string) =>
  townSections(months, '2026-11-29').find((section) => section.title.startsWith(title))?.lines

it('says of a standard once how many villages lack it and of how many nobody can tell', () => {
  const months = [month('甲村', 'notMet', []), month('乙村', 'notMet', []), month('丙村', 'undetermined', [])]
  expect(sectionOf(months, '还差什么')).toEqual(['谈话：2个村未达标，1个村待判定。'])
})

it('counts a village by standards, as the overview of the villages does', () => {
  const months = [month('甲村', 'met', ['met', 'met', 'notMet', 'notApplicable'])]
  expect(sectionOf(months, '各村情况')).toEqual(['甲村：达标2条，未达标1条，待判定0条'])
})
