import type { ExportForm, ExportItem } from '@/shared/api'
import { groupsOf, rowsOf } from './view-model'

const form = (id: string, group: ExportForm['group']): ExportForm => ({
  id,
  title: id,
  about: '',
  group,
  formats: ['xlsx'],
  canName: false,
})
const item = (over: Partial<ExportItem> = {}): ExportItem => ({
  id: '1',
  title: '宣传活动台账',
  areaName: '示范村A',
  from: '2026-01-01',
  to: '2026-11-23',
  format: 'xlsx',
  names: false,
  state: 'instant',
  rowsTotal: 40,
  rowsDone: 0,
  fileName: 'x.xlsx',
  createdAt: '2026-11-23T06:00:00.000Z',
  expiresAt: '2026-11-24T06:00:00.000Z',
  ...over,
})

test('the notice’s own forms stand first, single kinds of record apart', () => {
  const { groups, records } = groupsOf([
    form('record:talk', 'record'),
    form('activity-ledger', 'work'),
    form('person-register', 'person'),
  ])
  expect(groups.map(({ title, forms }) => [title, forms.map(({ id }) => id)])).toEqual([
    ['人员表', ['person-register']],
    ['工作台账', ['activity-ledger']],
  ])
  expect(records.map(({ id }) => id)).toEqual(['record:talk'])
})

test('each export says in words how far it is, and until when it can be opened', () => {
  const states = (['instant', 'waiting', 'running', 'done', 'failed'] as const).map(
    (state) => rowsOf([item({ state, rowsDone: 1200, rowsTotal: 2500 })], '2026-11-23')[0]!,
  )
  expect(states.map(({ note }) => note)).toEqual([
    '11月24日 14:00前可以打开，过后自动删除',
    '排队等着生成',
    '正在生成，1200 / 2500 行',
    '11月24日 14:00前可以打开，过后自动删除',
    '没有生成好，请重新导出一次',
  ])
  expect(states.map(({ canOpen }) => canOpen)).toEqual([true, false, false, true, false])
  expect(states.map(({ isMaking }) => isMaking)).toEqual([false, true, true, false, false])
})

test('one with names says so', () => {
  expect(rowsOf([item({ names: true, state: 'waiting' })], '2026-11-23')[0]?.note).toBe(
    '带姓名 · 排队等着生成',
  )
})
