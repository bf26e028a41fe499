import { caseText, choice, dateToday, paperScans } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** A urine test. Only a negative or positive result is valid; away from home it needs its certificate. @see 三(二)2 */
export const urineTest = defineKind({
  kind: 'urine-test',
  version: 2,
  label: '尿液检测',
  shortLabel: '检测',
  subject: 'person',
  dateField: 'occurredOn',
  submittedBy: ['case-worker', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['occurredOn', 'place', 'basis', 'result', 'certificate'],
  fields: {
    occurredOn: dateToday('什么时候', { class: 'case' }),
    place: choice(
      '在哪里做的',
      [
        { value: 'station', label: '工作站' },
        { value: 'police-station', label: '派出所' },
        { value: 'away', label: '异地' },
      ],
      { class: 'case', requiredText: '请选择在哪里做的' },
    ),
    basis: choice(
      '依据',
      [
        { value: 'required', label: '公安机关要求' },
        { value: 'voluntary', label: '本人自愿' },
      ],
      { class: 'case', requiredText: '请选择检测的依据' },
    ),
    result: choice(
      '结果',
      [
        { value: 'negative', label: '阴性' },
        { value: 'positive', label: '阳性' },
        { value: 'invalid', label: '无效' },
        { value: 'refused', label: '拒绝检测' },
        { value: 'not-done', label: '没做成' },
      ],
      {
        class: 'case',
        decides: true,
        help: '公安机关要求了，几次都不来的，也选“拒绝检测”。',
        requiredText: '请选择检测结果',
      },
    ),
    reason: caseText('原因', 100, {
      showWhen: { field: 'result', in: ['invalid', 'refused', 'not-done'] },
      requiredText: '没有得到结果时，请写明原因',
    }),
    collector: {
      type: 'cadres',
      label: '检测人',
      class: 'case',
      min: 1,
      max: 1,
      prefill: 'me',
      requiredText: '请选择检测人',
    },
    witness: {
      type: 'cadres',
      label: '在场人',
      class: 'case',
      help: '拒绝检测的，一定要有在场人。',
      optional: true,
      min: 1,
      max: 3,
      prefill: 'last',
    },
    panel: choice(
      '检测板',
      [
        { value: 'single', label: '单项' },
        { value: 'three', label: '三项' },
        { value: 'five', label: '五项' },
        { value: 'more', label: '更多项' },
      ],
      { class: 'case', optional: true, prefill: 'last' },
    ),
    reagentBatch: caseText('试剂批号', 40, { optional: true, prefill: 'last' }),
    expiresOn: {
      type: 'date',
      label: '试剂有效期到',
      class: 'case',
      optional: true,
      future: true,
      history: true,
      prefill: 'last',
      help: '过期的试剂做不出有效的结果。',
    },
    sampleNo: caseText('样本编号', 40, { optional: true, help: '贴在样本瓶上的号。' }),
    certificate: choice(
      '异地检测证明',
      [
        { value: 'yes', label: '收到了' },
        { value: 'no', label: '还没收到' },
      ],
      {
        class: 'case',
        decides: true,
        help: '异地做的检测，有当地证明才算数。',
        showWhen: { field: 'place', in: ['away'] },
        requiredText: '请选择异地证明收到了没有',
      },
    ),
    note: caseText('要补充的话', 200, { optional: true, multiline: true }),
    photos: paperScans(),
  },
  // A strip past its day shows nothing that could be relied on.
  check: ({ occurredOn, expiresOn, result }) =>
    (result === 'negative' || result === 'positive') &&
    typeof occurredOn === 'string' &&
    typeof expiresOn === 'string' &&
    expiresOn < occurredOn
      ? [{ path: ['expiresOn'], code: 'before', params: { other: 'occurredOn' } }]
      : [],
})
