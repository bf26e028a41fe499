import type { Transfer } from '@/shared/api'
import { transferRow } from './view-model'

const transfer: Transfer = {
  recordId: 'r1',
  subjectId: 'p1',
  code: '示范D-09',
  fromArea: '441581990204',
  fromName: '示范村D',
  toArea: '441581990202',
  toName: '示范村B',
  proposedOn: '2026-11-19',
  dueOn: '2026-12-04',
  gender: 'female',
  status: 'helped',
  own: false,
}

test('says who by code, from where, and until when to answer', () => {
  expect(transferRow(transfer, 'in', '2026-11-23')).toEqual({
    title: '从示范村D来（原编号示范D-09）',
    note: '女 · 出所帮教 · 11月19日申请 · 12月4日前答复',
    chip: { state: 'due', text: '还有11天' },
  })
  expect(transferRow(transfer, 'out', '2026-12-05')).toMatchObject({
    title: '示范D-09 转去示范村B',
    chip: { state: 'overdue', text: '逾期1天' },
  })
})
