import { dateToday, number, optionalNote, photos, yesNo } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** A clean-up and check of a grid. @see 三(二)9 */
export const cleanUp = defineKind({
  kind: 'clean-up',
  version: 2,
  label: '清理清查',
  shortLabel: '清理清查',
  subject: 'grid',
  dateField: 'occurredOn',
  submittedBy: ['grid-worker', 'village-secretary', 'case-worker', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['occurredOn'],
  fields: {
    occurredOn: dateToday('什么时候'),
    sites: number('清查处数'),
    found: yesNo('发现情况了吗', '请选择有没有发现情况'),
    note: optionalNote('不写姓名。'),
    photos: photos('拍清查的地方，不拍人脸。'),
  },
})
