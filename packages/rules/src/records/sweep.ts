import { choice, dateToday, number, optionalNote } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** A sweep of the village for key persons; only the whole village counts. @see 三(二)6, 五(二) */
export const sweep = defineKind({
  kind: 'sweep',
  version: 1,
  label: '走访核对',
  shortLabel: '走访核对',
  subject: 'village',
  dateField: 'sweptOn',
  submittedBy: ['village-secretary', 'case-worker', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['sweptOn'],
  fields: {
    sweptOn: dateToday('什么时候'),
    scope: choice(
      '走访范围',
      [
        { value: 'whole-village', label: '全村' },
        { value: 'part', label: '部分村组' },
      ],
      { decides: true, help: '全村走完一遍才算一次。', requiredText: '请选择走访的范围' },
    ),
    households: number('走访户数'),
    listed: number('列出的重点人员数', { help: '只填人数。人员另外逐个登记。' }),
    note: optionalNote('只写人数和编号，不写姓名。'),
  },
})
