import { dateToday } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** Who works in a grid, from and until which day. @see 三(二)9 */
export const gridAssignment = defineKind({
  kind: 'grid-assignment',
  version: 1,
  label: '网格员任用',
  shortLabel: '网格员任用',
  subject: 'grid',
  dateField: 'from',
  submittedBy: ['village-secretary', 'case-worker', 'town-office'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'onArrival',
  facts: ['from', 'worker', 'until'],
  fields: {
    from: dateToday('从哪天起'),
    worker: {
      type: 'cadres',
      label: '网格员',
      class: 'open',
      min: 1,
      max: 1,
      decides: true,
      requiredText: '请选择网格员',
    },
    until: {
      type: 'date',
      label: '到哪天为止',
      class: 'open',
      optional: true,
      history: true,
      help: '还在做就不填。',
    },
  },
  check: ({ from, until }) =>
    typeof from === 'string' && typeof until === 'string' && until < from
      ? [{ path: ['until'], code: 'before', params: { other: 'from' } }]
      : [],
})
