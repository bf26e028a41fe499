import { expect, test } from '@jest/globals'
import type { PlaqueDecision } from '@/shared/api'
import {
  awardOf,
  checkDecision,
  correctionOf,
  decisionOf,
  emptyForm,
  kindOptions,
  yearOptions,
} from './view-model'

const failed: PlaqueDecision = {
  id: 'd1',
  kind: 'failed',
  year: 2025,
  on: '2026-01-20',
  document: '陆禁毒〔示例〕3号',
  line: '',
  corrected: false,
}
const kinds = (form: Parameters<typeof kindOptions>[0]) => kindOptions(form).map(({ value }) => value)

test('nothing is chosen beforehand, and what is missing is said', () => {
  expect(checkDecision(emptyForm('2026-11-28')).map(({ field }) => field)).toEqual([
    'kind',
    'year',
    'document',
  ])
  expect(decisionOf(emptyForm('2026-11-28'))).toBeNull()
})

test('results are of this year and the two before, never before the notice', () => {
  expect(yearOptions('2026-11-28').map(({ value }) => value)).toEqual(['2026', '2025', '2024'])
  expect(yearOptions('2024-01-05').map(({ value }) => value)).toEqual(['2024', '2023'])
})

test('a correction names the old one, keeps its year, and changes a result into the other alone', () => {
  const form = correctionOf(failed, '2026-11-28')
  expect(kinds(form)).toEqual(['passed', 'failed'])
  expect(kinds(correctionOf({ ...failed, kind: 'awarded' }, '2026-11-28'))).toEqual(['awarded'])
  expect(decisionOf({ ...form, kind: 'passed', document: ' 陆禁毒〔示例〕9号 ' })).toEqual({
    kind: 'passed',
    year: 2025,
    on: '2026-11-28',
    document: '陆禁毒〔示例〕9号',
    corrects: 'd1',
  })
})

test('a plaque that holds has the award it rests on; one that was taken back has none', () => {
  const awarded: PlaqueDecision = { ...failed, id: 'd0', kind: 'awarded', on: '2024-06-01' }
  const view = {
    areaCode: '',
    label: '',
    since: null,
    sentences: [],
    consequences: [],
    decisions: [failed, awarded],
    waiting: false,
    drafts: [],
  }
  expect(awardOf({ ...view, state: 'yellow-card' })?.on).toBe('2024-06-01')
  expect(awardOf({ ...view, state: 'revoked' })).toBeUndefined()
})
