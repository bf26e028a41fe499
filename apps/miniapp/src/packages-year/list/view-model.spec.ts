import type { VillageYearLine } from '@/shared/api'
import {
  calendarIn,
  calendarOf,
  checkCalendar,
  countLines,
  drawCount,
  villageNote,
  yearChoices,
} from './view-model'

const line = (over: Partial<VillageYearLine> = {}): VillageYearLine => ({
  areaCode: '441581990201',
  name: '示范村A',
  state: 'open',
  claimedPoints: null,
  returned: 0,
  freeze: null,
  result: null,
  resultWaits: false,
  plaque: '未授牌',
  publicityUntil: null,
  openAppeals: 0,
  findings: 0,
  ...over,
})

test('按步骤数村，没有的不列', () => {
  expect(countLines([line(), line({ state: 'frozen' }), line()])).toEqual([
    '村里正在自评 2 个村',
    '已冻结，等市里考评 1 个村',
  ])
})

test('一个村一行：走到哪一步、几分、市里怎么定的', () => {
  expect(villageNote(line({ claimedPoints: 8_850, returned: 1 }))).toBe(
    '村里正在自评 · 自评 88.5 分 · 退回过 1 次 · 未授牌',
  )
  const frozen = line({
    state: 'published',
    freeze: { version: 1, points: 9_200, verdict: 'met', mark: 'ab12cd34' },
    result: { kind: 'passed', on: '2027-01-20', document: '陆禁毒〔2027〕3号' },
    openAppeals: 1,
  })
  expect(villageNote(frozen)).toBe(
    '正在公示 · 镇审定 92 分 · 市里：考核通过（陆禁毒〔2027〕3号） · 1 条意见没答复 · 未授牌',
  )
})

test('市里定了的村，不再算在等市里考评里', () => {
  const result = { kind: 'passed' as const, on: '2027-01-20', document: '陆禁毒〔2027〕3号' }
  const decided = line({ state: 'frozen', result })
  expect(countLines([decided, line({ state: 'frozen' })])).toEqual([
    '已冻结，等市里考评 1 个村',
    '市里已考评，等镇里公示 1 个村',
  ])
  expect(villageNote(decided)).not.toContain('等市里考评')
})

test('期限先按常用的填好，公示天数填错了要说', () => {
  const form = calendarOf({ cycle: null }, 2026)
  expect(form).toMatchObject({ asOf: '2026-12-31', submitBy: '2027-01-10', publicityDays: '7' })
  expect(calendarIn(form).publicityDays).toBe(7)
  expect(checkCalendar({ ...form, publicityDays: '0' })).toHaveLength(1)
})

test('最多抽参加考核的村数', () => {
  expect([drawCount('2', 3), drawCount('4', 3), drawCount('', 3)]).toEqual([2, null, null])
})

test('别的年份，今年总在里面', () => {
  expect(yearChoices([2025], 2025, '2026-11-23')).toEqual([2026])
})
