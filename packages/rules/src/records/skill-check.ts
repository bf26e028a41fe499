import { choice, dateToday, optionalNote } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

const RESULTS = [
  { value: 'passed', label: '会用' },
  { value: 'not-yet', label: '还不会' },
] as const

/** Whether a grid worker can use the patrol system on phone and desktop. @see 三(二)9 */
export const skillCheck = defineKind({
  kind: 'skill-check',
  version: 1,
  label: '操作检查',
  shortLabel: '操作检查',
  subject: 'grid',
  dateField: 'checkedOn',
  submittedBy: ['town-office', 'village-secretary', 'posted-leader'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['checkedOn', 'worker', 'phone', 'desktop'],
  fields: {
    checkedOn: dateToday('什么时候'),
    worker: { type: 'cadres', label: '网格员', class: 'open', min: 1, max: 1, requiredText: '请选择网格员' },
    phone: choice('手机端', RESULTS, { decides: true, requiredText: '请选择手机端会不会用' }),
    desktop: choice('电脑端', RESULTS, { decides: true, requiredText: '请选择电脑端会不会用' }),
    note: optionalNote(),
  },
})
