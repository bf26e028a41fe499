import { choice, dateToday, openText, optionalNote, photos, yesNo } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** An education site and whether it is in use; every check is a record. @see 三(二)8 */
export const educationSite = defineKind({
  kind: 'education-site',
  version: 2,
  label: '教育阵地',
  shortLabel: '教育阵地',
  subject: 'site',
  dateField: 'checkedOn',
  submittedBy: ['village-secretary', 'case-worker', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['checkedOn', 'inUse'],
  fields: {
    checkedOn: dateToday('核对日期'),
    name: openText('名称', 40, { prefill: 'last', requiredText: '请填名称' }),
    siteType: choice(
      '种类',
      [
        { value: 'hall', label: '展厅' },
        { value: 'corridor', label: '宣传长廊' },
        { value: 'avenue', label: '宣传大道' },
        { value: 'venue', label: '宣传氛围浓的场所' },
      ],
      { requiredText: '请选择种类' },
    ),
    inUse: yesNo('现在在用吗', '请选择现在在不在用'),
    note: optionalNote(),
    photos: photos('拍阵地的样子，不拍人脸。'),
  },
})
