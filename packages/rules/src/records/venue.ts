import { choice, dateToday, openText, optionalNote, yesNo } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** A venue of the village, its key parts and how they are watched. @see 三(三)6 */
export const venue = defineKind({
  kind: 'venue',
  version: 1,
  label: '场所登记',
  shortLabel: '场所登记',
  subject: 'venue',
  dateField: 'registeredOn',
  submittedBy: ['village-secretary', 'case-worker', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'onArrival',
  facts: ['registeredOn', 'keyParts', 'monitored', 'closedOn'],
  fields: {
    registeredOn: dateToday('登记日期'),
    name: openText('场所名称', 40, { requiredText: '请填场所名称' }),
    venueType: choice(
      '场所类别',
      [
        { value: 'ktv', label: '歌舞娱乐' },
        { value: 'bar', label: '酒吧' },
        { value: 'internet', label: '上网服务' },
        { value: 'hotel', label: '旅馆' },
        { value: 'bath', label: '洗浴' },
        { value: 'rental', label: '出租房屋' },
        { value: 'delivery', label: '快递、物流' },
        { value: 'precursor', label: '易制毒化学品单位' },
        { value: 'plant', label: '厂房、仓库、养殖场' },
        { value: 'other', label: '其他' },
      ],
      { requiredText: '请选择场所类别' },
    ),
    keyParts: yesNo('重点部位写明了吗', '请选择重点部位写明了没有', { help: '比如包间、仓库、后门。' }),
    keyPartsText: openText('重点部位', 200, {
      multiline: true,
      showWhen: { field: 'keyParts', in: ['yes'] },
      requiredText: '请写明重点部位',
    }),
    monitored: yesNo('有监控措施吗', '请选择有没有监控措施'),
    closedOn: {
      type: 'date',
      label: '停业日期',
      class: 'open',
      optional: true,
      history: true,
      help: '还在营业就不填。',
    },
    note: optionalNote(),
  },
})
