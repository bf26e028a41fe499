import { validateRecord } from '@dfv/rules'
import type { Transfer } from '@/shared/api'
import { acceptanceOf, transferRows } from './view-model'

const transfer = (over: Partial<Transfer> = {}): Transfer => ({
  recordId: 'r1',
  subjectId: '01900000-0000-7000-8000-000000000001',
  code: '示范A-07',
  fromArea: '441581990201',
  fromName: '示范村A',
  toArea: '441581990202',
  toName: '示范村B',
  proposedOn: '2026-11-20',
  dueOn: '2026-12-05',
  own: false,
  ...over,
})

test('the receiving village answers; whoever proposed it, and the village that gives, only see it', () => {
  const rows = (code: string, over: Partial<Transfer> = {}) =>
    transferRows([transfer(over)], code, '2026-11-23')
  expect(rows('441581990202')[0]).toMatchObject({
    title: '示范A-07 从示范村A转来',
    note: '12月5日前答复',
    mayAnswer: true,
  })
  expect(rows('441581990201')[0]).toMatchObject({ title: '示范A-07 要转到示范村B', mayAnswer: false })
  expect(rows('441581990202', { own: true })[0]!.mayAnswer).toBe(false)
})

test('what is due first stands on top', () => {
  const rows = transferRows(
    [transfer({ recordId: 'late' }), transfer({ recordId: 'soon', dueOn: '2026-11-25' })],
    '441581990202',
    '2026-11-23',
  )
  expect(rows.map((row) => row.transfer.recordId)).toEqual(['soon', 'late'])
})

test('an acceptance is a record that the rules take', () => {
  const record = acceptanceOf(transfer(), 'yes', '2026-11-23', '2026-11-23T06:00:00.000Z')
  expect(record.areaCode).toBe('441581990202')
  expect(validateRecord('transfer-acceptance', record.payload, { today: '2026-11-23' }).ok).toBe(true)
})
