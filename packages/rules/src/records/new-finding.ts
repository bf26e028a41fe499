import { choice, dateToday, sourceDocument } from './common-fields.ts'
import { defineKind, type Issue } from './record-kind.ts'

/** A person found for the first time, and when the police was told or entered him. @see 三(二)5, 四(一)5 */
export const newFinding = defineKind({
  kind: 'new-finding',
  version: 1,
  label: '新发现情况',
  shortLabel: '新发现',
  subject: 'person',
  dateField: 'foundOn',
  submittedBy: ['village-secretary', 'case-worker', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'adverse',
  review: 'secondPerson',
  facts: ['foundOn', 'residence', 'monthsHere', 'origin', 'foundBy', 'reportedOn', 'enteredOn'],
  fields: {
    foundOn: dateToday('发现日期', { class: 'case', history: true }),
    residence: choice(
      '户口和居住',
      [
        { value: 'household-here', label: '户口在本村，人也住本村' },
        { value: 'inflow', label: '外地户口，住在本村' },
        { value: 'household-only', label: '户口在本村，人住外地' },
      ],
      { class: 'case', decides: true, requiredText: '请选择户口和居住的情况' },
    ),
    monthsHere: {
      type: 'count',
      label: '在本村住了几个月',
      class: 'case',
      decides: true,
      min: 0,
      max: 1200,
      showWhen: { field: 'residence', in: ['inflow'] },
      requiredText: '请填在本村住了几个月，不满一个月填 0',
    },
    origin: choice(
      '怎么知道的',
      [
        { value: 'found', label: '公安机关查获或认定' },
        { value: 'registered', label: '本人主动登记' },
        { value: 'sought-treatment', label: '本人主动就医' },
      ],
      { class: 'case', decides: true, requiredText: '请选择怎么知道的' },
    ),
    foundBy: choice(
      '谁发现的',
      [
        { value: 'police', label: '公安机关' },
        { value: 'village', label: '本村' },
      ],
      { class: 'case', decides: true, requiredText: '请选择谁发现的' },
    ),
    reportedOn: {
      type: 'date',
      label: '报派出所日期',
      class: 'case',
      history: true,
      optional: true,
      help: '还没有报先不填。',
      showWhen: { field: 'foundBy', in: ['village'] },
    },
    enteredOn: {
      type: 'date',
      label: '录入动态管控日期',
      class: 'case',
      history: true,
      optional: true,
      help: '由派出所填。',
      showWhen: { field: 'foundBy', in: ['police'] },
    },
    document: sourceDocument('公安机关的文书名称、文号，没有可以不填。', { optional: true }),
  },
  check: ({ foundOn, reportedOn, enteredOn }) => {
    const issues: Issue[] = []
    if (typeof foundOn === 'string' && typeof reportedOn === 'string' && reportedOn < foundOn)
      issues.push({ path: ['reportedOn'], code: 'before', params: { other: 'foundOn' } })
    if (typeof foundOn === 'string' && typeof enteredOn === 'string' && enteredOn < foundOn)
      issues.push({ path: ['enteredOn'], code: 'before', params: { other: 'foundOn' } })
    return issues
  },
})
