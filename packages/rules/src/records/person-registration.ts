import { yearOf } from '../core/iso-date.ts'
import { caseText, choice, dateToday, NO_FAMILY_REASONS } from './common-fields.ts'
import { defineKind, type Issue } from './record-kind.ts'

/**
 * A person gets a file: on the village's cumulative register, or as a key person alone. It is also the first
 * verification. @see 三(一), 三(二)6, 三(三)4
 */
export const personRegistration = defineKind({
  kind: 'person-registration',
  version: 1,
  label: '登记人员',
  shortLabel: '登记',
  subject: 'person',
  dateField: 'registeredOn',
  submittedBy: ['village-secretary', 'case-worker', 'police', 'town-office'],
  onlineOnly: true,
  weight: 'neutral',
  review: 'onArrival',
  facts: ['registeredOn', 'residence', 'noFamilyReason', 'keyOnly'],
  fields: {
    registeredOn: dateToday('登记日期', { class: 'case' }),
    name: {
      type: 'text',
      label: '姓名',
      class: 'identity',
      maxLength: 40,
      help: '按身份证上的写。名单里只显示编号。',
      requiredText: '请填姓名',
    },
    idNumber: {
      type: 'text',
      label: '身份证号',
      class: 'identity',
      optional: true,
      pattern: '\\d{17}[\\dX]',
      maxLength: 18,
      help: '18位，末位是字母的写大写X。不知道可以先不填。',
    },
    phone: {
      type: 'text',
      label: '电话',
      class: 'identity',
      optional: true,
      pattern: '[0-9+\\- ]{5,20}',
      maxLength: 20,
    },
    address: {
      type: 'text',
      label: '现在住在哪里',
      class: 'identity',
      optional: true,
      maxLength: 100,
      help: '写到门牌。户口和住地不在一处的，按现在住的地方登记。',
    },
    gender: choice(
      '性别',
      [
        { value: 'male', label: '男' },
        { value: 'female', label: '女' },
      ],
      { class: 'case', requiredText: '请选择性别' },
    ),
    birthYear: {
      type: 'count',
      label: '出生年份',
      class: 'case',
      min: 1900,
      max: 2199,
      help: '四位数，比如 1985',
      requiredText: '请填出生年份，比如 1985',
    },
    residence: choice(
      '户口和居住',
      [
        { value: 'local', label: '户口在本村' },
        { value: 'inflow', label: '外地户口，住在本村' },
      ],
      { class: 'case', requiredText: '请选择户口在不在本村' },
    ),
    householdArea: {
      type: 'area',
      label: '户口所在村',
      class: 'case',
      optional: true,
      help: '行政区划代码，不知道可以不填',
      showWhen: { field: 'residence', in: ['inflow'] },
    },
    keyOnly: {
      type: 'flag',
      label: '没有使用过，只登记为重点人员',
      class: 'case',
      optional: true,
      help: '比如有制毒、贩毒前科的人。不上登记在册名册，不用谈话、检测。',
    },
    noFamilyReason: choice('没有家里人的原因', NO_FAMILY_REASONS, {
      class: 'case',
      optional: true,
      help: '有家里人就不填。填了以后，帮教小组可以没有家里人。',
    }),
    note: caseText('要补充的话', 200, { optional: true, multiline: true }),
  },
  check: (payload) => {
    const issues: Issue[] = []
    const { birthYear, registeredOn } = payload
    if (typeof birthYear === 'number' && typeof registeredOn === 'string' && birthYear > yearOf(registeredOn))
      issues.push({ path: ['birthYear'], code: 'birthYear' })
    return issues
  },
})
