import { choice, dateToday, photos } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** One prevention and publicity activity; the same day and place count once. @see 三(二)7 */
export const publicityActivity = defineKind({
  kind: 'publicity-activity',
  version: 2,
  label: '宣传活动',
  shortLabel: '宣传活动',
  subject: 'village',
  dateField: 'occurredOn',
  submittedBy: ['village-secretary', 'case-worker', 'grid-worker', 'posted-leader', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['occurredOn', 'place'],
  fields: {
    occurredOn: dateToday('什么时候'),
    form: choice(
      '形式',
      [
        { value: 'display', label: '图片、展板' },
        { value: 'leaflets', label: '发放资料' },
        { value: 'slogans', label: '张贴标语' },
        { value: 'video', label: '播放视频' },
        { value: 'lecture', label: '讲课、座谈' },
        { value: 'visit', label: '入户宣传' },
        { value: 'online', label: '网上宣传' },
        { value: 'other', label: '其他' },
      ],
      { requiredText: '请选择活动形式' },
    ),
    place: {
      type: 'text',
      label: '地点',
      class: 'open',
      maxLength: 40,
      prefill: 'last',
      requiredText: '请填活动地点',
    },
    attendance: {
      type: 'count',
      label: '参加人数',
      class: 'open',
      decides: true,
      min: 0,
      max: 100000,
      requiredText: '人数要填整数，比如 35',
    },
    content: { type: 'text', label: '内容', class: 'open', optional: true, maxLength: 200, multiline: true },
    photos: photos('拍场地和活动，不拍人脸。'),
  },
})
