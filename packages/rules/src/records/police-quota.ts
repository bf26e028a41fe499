import { dateToday, number, yearField } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** Figures of the police station against its quotas, for the town. Shown, never scored per village. @see 四(一)2 */
export const policeQuota = defineKind({
  kind: 'police-quota',
  version: 1,
  label: '派出所指标',
  shortLabel: '派出所指标',
  subject: 'village',
  dateField: 'enteredOn',
  submittedBy: ['police'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'onArrival',
  facts: [
    'enteredOn',
    'year',
    'casesDone',
    'casesQuota',
    'seizedDone',
    'seizedQuota',
    'usersDone',
    'usersQuota',
  ],
  fields: {
    enteredOn: dateToday('填报日期'),
    year: yearField(),
    casesQuota: number('破案数指标'),
    casesDone: number('破案数', { decides: true }),
    seizedQuota: number('缴获数指标(克)'),
    seizedDone: number('缴获数(克)', { decides: true }),
    usersQuota: number('查处人数指标'),
    usersDone: number('查处人数', { decides: true }),
  },
})
