import { choice, dateToday, openText } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** An incident of manufacture, trafficking or cultivation found in the village. @see 三(二)5 */
export const incident = defineKind({
  kind: 'incident',
  version: 1,
  label: '涉案情况',
  shortLabel: '涉案情况',
  subject: 'village',
  dateField: 'foundOn',
  submittedBy: ['police', 'town-office'],
  onlineOnly: false,
  weight: 'adverse',
  review: 'secondPerson',
  facts: ['foundOn', 'incidentType'],
  fields: {
    foundOn: dateToday('发现日期'),
    incidentType: choice(
      '类别',
      [
        { value: 'manufacture', label: '制毒' },
        { value: 'trafficking', label: '贩毒' },
        { value: 'cultivation', label: '种植' },
        { value: 'other', label: '其他涉案情况' },
      ],
      { decides: true, requiredText: '请选择类别' },
    ),
    document: openText('依据的文书', 60, { help: '不写姓名。', requiredText: '请写明文书名称或文号' }),
  },
})
