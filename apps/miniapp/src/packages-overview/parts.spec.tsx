import { fireEvent, render, screen } from '@testing-library/react'
import { VillageList } from '@/pages/home/supervisor/parts/village-list'
import { byTown, overviewView } from '@/pages/home/supervisor/view-model'
import type { Overview } from '@/shared/api'
import { Changes } from './moves/parts/changes'
import { Coverage } from './moves/parts/coverage'
import { Trend } from './moves/parts/trend'
import { changedVillages, columnsOf, coverageLines } from './moves/view-model'
import { AnswerForm } from './order/parts/answer-form'
import { DecisionSheet } from './order/parts/decision-sheet'

const TODAY = '2026-11-23'
const week = (monday: string, met: number) => ({
  ...{ week: monday, villages: 2, met, notMet: 5, undetermined: 3, overdue: 4 },
  derived: monday < '2026-11-16',
})

test('every figure of the charts stands in words below them', () => {
  const weeks = [week('2026-11-09', 10), week('2026-11-16', 12)]
  render(<Trend columns={columnsOf(weeks, TODAY)} villages={2} />)
  expect(screen.getByText('达标 12 条 · 未达标 5 条 · 待判定 3 条 · 逾期 4 件')).toBeTruthy()
  expect(screen.getAllByText('补')).toHaveLength(1)
  render(<Coverage lines={coverageLines([{ year: 2026, held: 1, warned: 1, villages: 2 }], TODAY)} />)
  expect(screen.getByText('1 / 2 个村（50.0%） · 其中黄牌 1 个')).toBeTruthy()
})

test('a single week is no trend, and is said to be none', () => {
  const { container } = render(<Trend columns={columnsOf([week('2026-11-16', 1)], TODAY)} villages={1} />)
  expect(screen.getByText('还没有满一周的数，下周再看。')).toBeTruthy()
  expect(container.querySelector('.dfv-trend')).toBeNull()
})

test('a change is told by both states in words; a folded list opens on a tap', () => {
  const villages = changedVillages([
    { areaCode: '441581990201', name: '示范村A', changes: [{ gate: 'S7', from: 'notMet', to: 'met' }] },
  ])
  render(<Changes title='上周' note='' moved='多了1个村' villages={villages} folded />)
  expect(screen.queryByText('示范村A')).toBeNull()
  fireEvent.click(screen.getByText(/再/))
  expect(screen.getByText('示范村A')).toBeTruthy()
  expect(screen.getByText('未达标')).toBeTruthy()
  expect(screen.getByText('达标')).toBeTruthy()
})

test('towns of a county are folded on a phone, and a tap asks for their villages', () => {
  const village = (areaCode: string) => ({
    ...{ areaCode, name: `村${areaCode.slice(-1)}`, standards: [{ id: 'S7', state: 'met' }], parts: [] },
    ...{ overdue: 0, dueSoon: 0, pending: 0, late: [], awareness: [], roster: null, lastRecordAt: null },
    ...{ asOf: TODAY, stale: false },
  })
  const overview = {
    ...{ notStarted: 0, asOf: TODAY },
    items: [village('441581105201'), village('441581990202')],
  } as unknown as Overview
  const { rows } = overviewView(overview, { onlyNotMet: false, order: 'code' }, TODAY)
  const onFold = jest.fn()
  const groups = byTown(rows, () => '镇')
  const { rerender } = render(<VillageList groups={groups} unfolded={new Set()} onFold={onFold} />)
  expect(screen.queryByText('村1')).toBeNull()
  fireEvent.click(screen.getAllByText('镇')[0]!)
  expect(onFold).toHaveBeenCalledWith('441581105')
  rerender(<VillageList groups={groups} unfolded={new Set(['441581105'])} onFold={onFold} />)
  expect(screen.getByText('村1')).toBeTruthy()
  expect(screen.queryByText('村2')).toBeNull()
})

test('nothing is sent without words, and the fault stands at the field, once', () => {
  render(<AnswerForm orderId='o1' onDone={() => undefined} />)
  fireEvent.click(screen.getByText('发出答复'))
  expect(screen.getAllByText('请至少写2个字')).toHaveLength(1)
  const form = { kind: 'returned', text: '', dueOn: '2026-11-30' } as const
  render(
    <DecisionSheet
      order={{ id: 'o1', state: 'answered', dutyState: 'open' }}
      form={form}
      onChange={() => undefined}
      onClose={() => undefined}
      onDone={() => undefined}
    />,
  )
  expect(screen.getByText('新的答复期限')).toBeTruthy()
  fireEvent.click(screen.getByText('确定'))
  expect(screen.getAllByText('请至少写2个字').length).toBeGreaterThan(1)
})

test('a fault is gone when its field is being mended', () => {
  render(<AnswerForm orderId='o1' onDone={() => undefined} />)
  fireEvent.click(screen.getByText('发出答复'))
  expect(screen.getAllByText('请至少写2个字').length).toBeGreaterThan(0)
  fireEvent.input(screen.getByLabelText('办得怎样了'), { target: { value: '已补' } })
  expect(screen.queryByText('请至少写2个字')).toBeNull()
})

test('closing what nobody answered says so, and the button names it', () => {
  const form = { kind: 'closed', text: '看过', dueOn: '2026-11-30' } as const
  const nothing = () => undefined
  render(
    <DecisionSheet
      order={{ id: 'o1', state: 'open', dutyState: 'open' }}
      form={form}
      onChange={nothing}
      onClose={nothing}
      onDone={nothing}
    />,
  )
  expect(screen.getByText('村里还没答复。')).toBeTruthy()
  expect(screen.getByText('这件事现在还没办。')).toBeTruthy()
  expect(screen.getByText('仍然办结')).toBeTruthy()
})
