import { choice, dateToday, openText, photos, yesNo } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** A patrol through a grid. @see 三(二)9 */
export const patrol = defineKind({
  kind: 'patrol',
  version: 2,
  label: '巡查',
  shortLabel: '巡查',
  subject: 'grid',
  dateField: 'occurredOn',
  submittedBy: ['grid-worker', 'village-secretary', 'case-worker'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['occurredOn'],
  fields: {
    occurredOn: dateToday('什么时候'),
    spots: {
      type: 'multi',
      label: '去了哪些点',
      class: 'open',
      min: 1,
      requiredText: '请选择去了哪些点',
      options: [
        { value: 'rental', label: '出租房屋' },
        { value: 'empty', label: '闲置老屋' },
        { value: 'plant', label: '厂房、仓库、养殖场' },
        { value: 'hill', label: '山林果园' },
        { value: 'venue', label: '经营场所' },
        { value: 'other', label: '其他' },
      ],
    },
    found: yesNo('发现情况了吗', '请选择有没有发现情况'),
    matter: openText('什么情况', 200, {
      multiline: true,
      help: '不写姓名。',
      showWhen: { field: 'found', in: ['yes'] },
      requiredText: '请写明发现了什么情况',
    }),
    told: choice(
      '报派出所了吗',
      [
        { value: 'yes', label: '报了' },
        { value: 'no', label: '还没报' },
      ],
      { decides: true, showWhen: { field: 'found', in: ['yes'] }, requiredText: '请选择报派出所了没有' },
    ),
    photos: photos('拍巡查的地方，不拍人脸。'),
  },
})
