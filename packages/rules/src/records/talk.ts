import { caseText, choice, dateToday, paperScans } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** A talk with a person under support; it counts when the person was met. @see 三(二)2 */
export const talk = defineKind({
  kind: 'talk',
  version: 2,
  label: '谈话记录',
  shortLabel: '谈话',
  subject: 'person',
  dateField: 'occurredOn',
  submittedBy: ['case-worker', 'village-secretary', 'grid-worker', 'police', 'posted-leader', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['occurredOn', 'found'],
  fields: {
    occurredOn: dateToday('什么时候', { class: 'case' }),
    place: choice(
      '在哪里',
      [
        { value: 'home', label: '家里' },
        { value: 'village-office', label: '村委会' },
        { value: 'phone', label: '电话' },
        { value: 'other', label: '其他' },
      ],
      { class: 'case', requiredText: '请选择在哪里谈的' },
    ),
    found: choice(
      '见到本人了吗',
      [
        { value: 'yes', label: '见到了' },
        { value: 'no', label: '没见到' },
      ],
      {
        class: 'case',
        decides: true,
        help: '电话里和本人说上话，选“见到了”。',
        requiredText: '请选择见到本人了没有',
      },
    ),
    visitors: {
      type: 'cadres',
      label: '谁去的',
      class: 'case',
      min: 2,
      max: 6,
      prefill: 'last',
      help: '要两个人一起去。',
      requiredText: '这次谈话要两个人去，请选两位',
    },
    situation: {
      type: 'multi',
      label: '近来情况',
      class: 'case',
      optional: true,
      help: '可以选几项。',
      showWhen: { field: 'found', in: ['yes'] },
      options: [
        { value: 'steady', label: '生活平稳' },
        { value: 'work', label: '工作有困难' },
        { value: 'health', label: '身体不适' },
        { value: 'family', label: '家里有矛盾' },
        { value: 'wants-help', label: '想要帮助' },
        { value: 'other', label: '其他' },
      ],
    },
    help: caseText('需要的帮助', 200, { optional: true }),
    note: caseText('要补充的话', 200, { optional: true, multiline: true }),
    photos: paperScans(),
  },
})
