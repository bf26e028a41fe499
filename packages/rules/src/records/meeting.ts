import { choice, dateToday, number, openText, photos } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** A meeting of the village on drug control. @see 四(一)1 */
export const meeting = defineKind({
  kind: 'meeting',
  version: 2,
  label: '禁毒工作会',
  shortLabel: '工作会',
  subject: 'village',
  dateField: 'heldOn',
  submittedBy: ['village-secretary', 'case-worker', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['heldOn'],
  fields: {
    heldOn: dateToday('什么时候'),
    chair: choice(
      '谁主持',
      [
        { value: 'posted-leader', label: '驻村领导' },
        { value: 'secretary', label: '村书记' },
        { value: 'other', label: '其他人' },
      ],
      { requiredText: '请选择谁主持' },
    ),
    attendance: number('参加人数', { decides: true, max: 100000 }),
    topics: openText('议了什么', 200, { multiline: true, help: '不写姓名。', requiredText: '请写议了什么' }),
    photos: photos('拍会场或会议记录，不拍人脸。'),
  },
})
