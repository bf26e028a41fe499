import { caseText, choice, dateToday, sourceDocument } from './common-fields.ts'
import { defineKind, type Issue } from './record-kind.ts'
import { STATUSES } from './vocabulary.ts'

/** Statuses lived in the village, in which a person may be at home or away. */
const LIVED_HERE = [
  'community-treatment',
  'community-rehabilitation',
  'helped',
  'voluntary-treatment',
  'medication-maintenance',
]

/** The person's status changes. A presence or test basis that changes is a new record of the same status. @see 三(二)1, 三(二)2 */
export const personStatus = defineKind({
  kind: 'person-status',
  version: 1,
  label: '状态变动',
  shortLabel: '状态',
  subject: 'person',
  dateField: 'from',
  submittedBy: ['village-secretary', 'case-worker', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'secondPerson',
  facts: [
    'from',
    'status',
    'presence',
    'testBasis',
    'sentenceMonths',
    'releasedOn',
    'livesElsewhere',
    'reportedInOn',
  ],
  fields: {
    from: dateToday('从哪天起', { class: 'case', history: true }),
    status: choice('现在是什么情况', STATUSES, {
      class: 'case',
      decides: true,
      requiredText: '请选择现在的情况',
    }),
    presence: choice(
      '人在不在家',
      [
        { value: 'at-home', label: '在家' },
        { value: 'away', label: '外出(离开本市县)' },
      ],
      {
        class: 'case',
        decides: true,
        showWhen: { field: 'status', in: LIVED_HERE },
        requiredText: '请选择在家还是外出',
      },
    ),
    testBasis: choice(
      '检测的依据',
      [
        { value: 'required', label: '公安机关要求' },
        { value: 'consented', label: '本人书面同意' },
        { value: 'none', label: '没有依据' },
      ],
      {
        class: 'case',
        decides: true,
        help: '只有公安机关可以要求检测。社区戒毒、社区康复期间一律按公安机关要求。',
        showWhen: { field: 'status', in: ['helped'] },
        requiredText: '请选择检测的依据',
      },
    ),
    reportedInOn: {
      type: 'date',
      label: '报到日期',
      class: 'case',
      optional: true,
      history: true,
      help: '收到决定书后15日内报到。还没报到先不填。',
      showWhen: { field: 'status', in: ['community-treatment', 'community-rehabilitation'] },
    },
    sentenceMonths: {
      type: 'count',
      label: '刑期(月)',
      class: 'case',
      optional: true,
      min: 1,
      max: 600,
      help: '三年写 36。判决还没下来先不填。',
      showWhen: { field: 'status', in: ['imprisoned'] },
    },
    releasedOn: {
      type: 'date',
      label: '释放日期',
      class: 'case',
      optional: true,
      history: true,
      help: '填了以后，从这天起回到羁押前的状态。',
      showWhen: { field: 'status', in: ['detained'] },
    },
    livesElsewhere: choice(
      '人也不住本村了吗',
      [
        { value: 'yes', label: '人也搬走了' },
        { value: 'no', label: '人还住在本村' },
      ],
      {
        class: 'case',
        decides: true,
        showWhen: { field: 'status', in: ['moved-out'] },
        requiredText: '请选择人还住不住本村',
      },
    ),
    documentNo: sourceDocument('决定书、通知书等的文号，没有可以不填。', { optional: true }),
    note: caseText('要补充的话', 200, { optional: true, multiline: true }),
  },
  check: ({ from, releasedOn, reportedInOn }) => {
    const issues: Issue[] = []
    if (typeof from === 'string' && typeof releasedOn === 'string' && releasedOn <= from)
      issues.push({ path: ['releasedOn'], code: 'before', params: { other: 'from' } })
    if (typeof from === 'string' && typeof reportedInOn === 'string' && reportedInOn < from)
      issues.push({ path: ['reportedInOn'], code: 'before', params: { other: 'from' } })
    return issues
  },
})
