import { dateToday, optionalNote } from './common-fields.ts'
import { defineKind } from './record-kind.ts'
import { OFFICE_ITEMS } from './vocabulary.ts'

/** What the village office has; the newest check counts. @see 三(三)3 */
export const villageOffice = defineKind({
  kind: 'village-office',
  version: 1,
  label: '办公设施',
  shortLabel: '办公设施',
  subject: 'village',
  dateField: 'checkedOn',
  submittedBy: ['village-secretary', 'case-worker', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['checkedOn', 'items'],
  fields: {
    checkedOn: dateToday('核对日期'),
    items: {
      type: 'multi',
      label: '有哪些',
      class: 'open',
      decides: true,
      min: 1,
      options: OFFICE_ITEMS,
      requiredText: '请选择有哪些',
    },
    note: optionalNote(),
  },
})
