import type { TakenFile } from '@/shared/api'
import { hasRefused, outcomeLines, takenLines } from './view-model'

const record = (outcome: TakenFile['records'][number]['outcome'], over = {}) => ({
  id: 'r',
  kind: 'talk',
  areaCode: '441581990201',
  occurredOn: '2026-11-20',
  outcome,
  ...over,
})
const taken = (records: TakenFile['records'], photos = { stored: 0, left: 0 }): TakenFile => ({
  writer: { name: '林××', role: 'case-worker', areaCode: '441581990201' },
  madeAt: '2026-11-22T10:00:00.000Z',
  records,
  photos,
})

test('counts what came of the file, and says nothing of what did not happen', () => {
  expect(outcomeLines(taken([record('received')]))).toEqual(['收下 1 条'])
  const all = taken(
    [record('received', { waits: true }), record('known'), record('refused'), record('later')],
    { stored: 2, left: 1 },
  )
  expect(outcomeLines(all)).toEqual([
    '收下 1 条',
    '1 条系统里早就有了，没有重复',
    '1 条系统忙没收成，请再传一次这个文件',
    '1 条没有收',
    '1 条要等第二个人审核后才算数',
    '照片收下 2 张',
    '照片 1 张没有收，手机连上网后会再传',
  ])
  expect(hasRefused(all)).toBe(true)
})

test('what needs somebody stands first, with its reason', () => {
  const lines = takenLines(
    taken([
      record('known', { receiptNo: 'ABCD-EFGH' }),
      record('refused', { reason: '日期不能晚于今天' }),
      record('later', { kind: '' }),
    ]),
    '2026-11-28',
  )
  expect(lines.map(({ outcome, note }) => [outcome, note])).toEqual([
    ['later', ''],
    ['refused', '日期不能晚于今天'],
    ['known', '回执号 ABCD-EFGH'],
  ])
  expect(lines[1]?.title).toMatch(/谈话/)
})
