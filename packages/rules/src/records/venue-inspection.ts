import { choice, dateToday, openText, photos } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

const ANSWERS = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
  { value: 'none', label: '不涉及' },
] as const

/** A venue was inspected. @see 三(三)6 */
export const venueInspection = defineKind({
  kind: 'venue-inspection',
  version: 2,
  label: '场所检查',
  shortLabel: '场所检查',
  subject: 'venue',
  dateField: 'inspectedOn',
  submittedBy: ['village-secretary', 'case-worker', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['inspectedOn'],
  fields: {
    inspectedOn: dateToday('什么时候'),
    signs: choice('警示标志', ANSWERS, { decides: true, requiredText: '请选择警示标志有没有' }),
    cameras: choice('监控录像', ANSWERS, { decides: true, requiredText: '请选择监控录像好不好用' }),
    staff: choice('从业人员登记', ANSWERS, { decides: true, requiredText: '请选择从业人员登记了没有' }),
    rooms: choice('包间、仓库看过了', ANSWERS, { decides: true, requiredText: '请选择包间、仓库看过没有' }),
    findings: openText('要改的地方', 200, {
      optional: true,
      multiline: true,
      help: '有要改的，再记一条场所问题。',
    }),
    escort: openText('陪同人', 20, { optional: true }),
    photos: photos('拍检查的地方，不拍人脸。'),
  },
})
