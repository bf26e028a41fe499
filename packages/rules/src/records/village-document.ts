import { choice, dateToday, openText, optionalNote, photos, yearField, yesNo } from './common-fields.ts'
import { defineKind } from './record-kind.ts'
import { DOCUMENTS } from './vocabulary.ts'

/** A document of the year on file. @see 三(三)1, 三(三)3, 三(二)9, 三(二)10 */
export const villageDocument = defineKind({
  kind: 'village-document',
  version: 2,
  label: '文件资料',
  shortLabel: '文件资料',
  subject: 'village',
  dateField: 'filedOn',
  submittedBy: ['village-secretary', 'case-worker', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['filedOn', 'document', 'year', 'antiDrugClause'],
  fields: {
    filedOn: dateToday('归档日期'),
    document: choice('文件种类', DOCUMENTS, { decides: true, requiredText: '请选择文件种类' }),
    year: yearField(),
    antiDrugClause: yesNo('有禁毒条款吗', '请选择有没有禁毒条款', {
      showWhen: { field: 'document', in: ['village-rules'] },
    }),
    title: openText('名称', 60, { requiredText: '请填文件名称' }),
    number: openText('文号', 40, { optional: true }),
    note: optionalNote(),
    photos: photos('拍文件的正文和盖章页。', { label: '文件照片' }),
  },
})
