import type { Order } from '@/shared/api'
import { orderRow } from '../orders/view-model'
import { againstClosing, checkWords, decisionOf, decisionsOf, orderFacts, stepLines } from './view-model'

const order: Order = {
  id: 'o1',
  areaCode: '441581990201',
  areaName: '示范村A',
  office: '示范镇禁毒办',
  title: '宣传活动 11月',
  part: 'S7',
  state: 'open',
  dueOn: '2026-11-20',
  isLate: true,
  issuedAt: '2026-11-10T02:00:00.000Z',
  about: { kind: 'duty', id: 'publicity:441581990201:2026-11' },
  subjectId: null,
  dutyState: 'settled',
  mayAnswer: true,
  mayDecide: false,
  asOf: '2026-11-23',
  steps: [
    {
      id: 's1',
      kind: 'issued',
      text: '请补齐',
      dueOn: '2026-11-15',
      role: 'town-office',
      at: '2026-11-10T02:00:00.000Z',
    },
    {
      id: 's2',
      kind: 'answered',
      text: '在补',
      dueOn: null,
      role: 'village-secretary',
      at: '2026-11-12T02:00:00.000Z',
    },
    {
      id: 's3',
      kind: 'returned',
      text: '照片没有日期',
      dueOn: '2026-11-20',
      role: 'town-office',
      at: '2026-11-13T02:00:00.000Z',
    },
  ],
}

test('a late answer is said as days; what ended is a word', () => {
  expect(orderRow(order, '2026-11-23')).toMatchObject({
    where: '示范村A · 示范镇禁毒办下达',
    note: '11月20日前答复',
    chip: { state: 'overdue', text: '过期3天' },
  })
  expect(orderRow({ ...order, state: 'closed', isLate: false }, '2026-11-23').chip).toEqual({
    state: 'met',
    text: '已办结',
  })
})

test('facts name the code only where the reader may see it', () => {
  const names = (code?: string) => orderFacts(order, code).map(({ name, value }) => `${name} ${value}`)
  expect(names()).toEqual([
    '哪个村 示范村A',
    '谁下达的 示范镇禁毒办',
    '答复期限 11月20日',
    '这件事现在 已经办了',
  ])
  expect(names('示范A-07')).toContain('编号 示范A-07')
  expect(orderFacts({ ...order, dutyState: null }, undefined)).toHaveLength(3)
})

test('the last step stands first, posts and no names; a return says its new day', () => {
  const [last, , first] = stepLines(order)
  expect(last).toMatchObject({ text: '照片没有日期', due: '期限改到11月20日' })
  expect(last?.head).toMatch(/镇禁毒办 · 退回再办$/)
  expect(first).toMatchObject({ text: '请补齐', due: null })
})

test('only what was answered can be sent back, and only a return sets a day', () => {
  expect(decisionsOf({ state: 'open' })).toEqual(['closed', 'withdrawn'])
  expect(decisionsOf({ state: 'answered' })).toEqual(['closed', 'returned', 'withdrawn'])
  expect(decisionOf({ kind: 'closed', text: ' 好了 ', dueOn: '2026-12-01' })).toEqual({
    kind: 'closed',
    text: '好了',
  })
  expect(decisionOf({ kind: 'returned', text: '再补', dueOn: '2026-12-01' }).dueOn).toBe('2026-12-01')
  expect(checkWords(' 好 ')).toHaveLength(1)
})

test('closing what nobody answered, or what is not done, is asked about first', () => {
  expect(againstClosing({ state: 'open', dutyState: 'open' })).toEqual([
    '村里还没答复。',
    '这件事现在还没办。',
  ])
  expect(againstClosing({ state: 'answered', dutyState: 'open' })).toEqual(['这件事现在还没办。'])
  expect(againstClosing({ state: 'answered', dutyState: 'settled' })).toEqual([])
  expect(againstClosing({ state: 'answered', dutyState: null })).toEqual([])
})
