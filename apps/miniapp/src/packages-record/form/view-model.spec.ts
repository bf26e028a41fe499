import { type Payload, RECORD_KINDS } from '@dfv/rules'
import {
  draftOf,
  faultsOf,
  freshValues,
  type Known,
  leftToTown,
  visibleFields,
  withAnswer,
} from './view-model'

const known: Known = { today: '2026-11-23', accountId: 'me', colleagues: null, last: null, period: null }
const { talk } = RECORD_KINDS
const test11 = RECORD_KINDS['urine-test']
const kinds = Object.values(RECORD_KINDS)

describe('a fresh form', () => {
  test('offers today, oneself and the last partner', () => {
    const values = freshValues(talk, { ...known, last: { visitors: ['chen', 'me'] } })
    expect(values).toMatchObject({ occurredOn: '2026-11-23', visitors: ['me', 'chen'] })
  })

  test('leaves out a partner who no longer works here', () => {
    const values = freshValues(talk, {
      ...known,
      colleagues: ['me', 'wang'],
      last: { visitors: ['chen', 'me'] },
    })
    expect(values.visitors).toEqual(['me'])
  })

  test('a single place is not given away twice', () => {
    expect(freshValues(test11, { ...known, last: { collector: ['chen'] } }).collector).toEqual(['me'])
  })

  test('takes the month from the duty it was opened from', () => {
    const roster = RECORD_KINDS['roster-confirmation']
    expect(freshValues(roster, { ...known, period: '2026-10' }).month).toBe('2026-10')
    expect(freshValues(roster, { ...known, period: '2026-C6' }).month).toBeUndefined()
  })

  test.each(kinds)('$kind: what decides the outcome is never chosen beforehand', (kind) => {
    const everything = Object.fromEntries(Object.keys(kind.fields).map((name) => [name, 'yes']))
    const values = freshValues(kind, { ...known, last: everything, period: '2026-11' })
    for (const [name, field] of Object.entries(kind.fields))
      if (field.decides) expect(values).not.toHaveProperty(name)
  })
})

describe('while it is filled', () => {
  test('fields appear with the answer they hang on, and numbers follow', () => {
    const before = visibleFields(test11, { result: 'negative' }).map(({ name }) => name)
    const after = visibleFields(test11, { result: 'invalid' }).map(({ name }) => name)
    expect(before).not.toContain('reason')
    expect(after).toContain('reason')
    expect(visibleFields(test11, {}).map(({ number }) => number)).toEqual(
      visibleFields(test11, {}).map((_, index) => index + 1),
    )
  })

  test('faults come in the order of the form, one a field, as sentences', () => {
    const values = freshValues(talk, known)
    const faults = faultsOf(talk, values, { today: '2026-11-23' })
    expect(faults.map(({ field }) => field)).toEqual(['place', 'found', 'visitors'])
    for (const { text } of faults) expect(text).toMatch(/请|要/)
  })

  test('a day in the future is refused', () => {
    const values = {
      ...freshValues(talk, known),
      occurredOn: '2026-11-24',
      place: 'home',
      found: 'yes',
      visitors: ['a', 'b'],
    }
    expect(faultsOf(talk, values, { today: '2026-11-23' }).map(({ field }) => field)).toEqual(['occurredOn'])
  })

  test('an answer that was hidden comes back, and is not sent while hidden', () => {
    const values = withAnswer(withAnswer({}, 'situation', ['steady']), 'found', 'no')
    expect(visibleFields(talk, values).map(({ name }) => name)).not.toContain('situation')
    expect(values.situation).toEqual(['steady'])
  })
})

test.each(kinds)('$kind: a draft holds no identity', (kind) => {
  const values = Object.fromEntries(Object.keys(kind.fields).map((name) => [name, `secret-${name}`]))
  const draft = draftOf(
    kind,
    { recordId: 'r', areaCode: 'a', subjectId: 's', revision: 1 },
    values,
    '2026-11-23',
  )
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.class === 'identity') expect(draft.payload).not.toHaveProperty(name)
  }
})

describe('推广到哪里由镇禁毒办定', () => {
  const report = RECORD_KINDS['experience-report']
  const asked = (role: 'village-secretary' | 'town-office', values: Payload) => {
    const left = leftToTown(report, role)
    return visibleFields(report, { ...left, ...values }, false, left).some(({ name }) => name === 'reach')
  }

  test('村里报送不用答，也交得上去；镇里要答', () => {
    const values = {
      ...leftToTown(report, 'village-secretary'),
      ...freshValues(report, known),
      title: '两个网格一起走',
    }
    expect(asked('village-secretary', values)).toBe(false)
    expect(faultsOf(report, values, { today: known.today }).map(({ field }) => field)).not.toContain('reach')
    expect(leftToTown(report, 'town-office')).toEqual({})
    expect(asked('town-office', values)).toBe(true)
  })

  test('镇里推广了的，村里更正时看得见，不会改回去', () => {
    expect(asked('village-secretary', { reach: 'town' })).toBe(true)
  })
})
