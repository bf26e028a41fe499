import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { LEAST } from '../testing/builders.ts'
import { issueText } from './issue-text.ts'
import { formJsonSchema, recordSchema } from './json-schema.ts'
import { isKindId } from './kind-id.ts'
import { KIND_OUTLINES } from './kind-outlines.ts'
import { outlineOf } from './outline-of.ts'
import {
  defineKind,
  type IssueCode,
  type KindId,
  type Payload,
  type ValidationContext,
} from './record-kind.ts'
import { identityFields, RECORD_KINDS, textFields } from './record-kinds.ts'
import { upcastPayload, upcastRecord } from './upcast-record.ts'
import { UPCASTS } from './upcasts.ts'
import { payloadOfForm, splitPayload, validateRecord } from './validate-record.ts'

const KINDS = Object.keys(RECORD_KINDS) as KindId[]
const TODAY = '2026-11-23'
const FIXTURES = join(__dirname, 'fixtures')
const fixture = (name: string): { version: number; payload: Payload; newest: Payload } =>
  JSON.parse(readFileSync(join(FIXTURES, name), 'utf8'))
const full = (kind: KindId): Payload => fixture(`${kind}.v1.json`).payload

function codes(kind: KindId, payload: unknown, context: Partial<ValidationContext> = {}): string[] {
  const result = validateRecord(kind, payload, { today: TODAY, ...context })
  return result.ok ? [] : result.issues.map(({ path, code }) => `${path.join('.')}:${code}`)
}

describe('record kinds', () => {
  it.each(KINDS)('%s describes itself without contradiction', (id) => {
    const kind = RECORD_KINDS[id]
    expect(kind.kind).toBe(id)
    expect(kind.shortLabel.length).toBeLessThanOrEqual(6)
    expect(kind.submittedBy.length > 0).toBe(!kind.systemMade)
    expect(kind.onlineOnly).toBe(identityFields(id).length > 0)
    for (const [name, field] of Object.entries(kind.fields)) {
      if (field.decides) expect(field.prefill).toBeUndefined()
      if (field.options)
        expect(new Set(field.options.map(({ value }) => value)).size).toBe(field.options.length)
      if (field.type === 'choice' || field.type === 'multi') expect(field.options!.length).toBeGreaterThan(1)
      if (field.showWhen) {
        const parent = kind.fields[field.showWhen.field]!
        expect(Object.keys(kind.fields).indexOf(field.showWhen.field)).toBeLessThan(
          Object.keys(kind.fields).indexOf(name),
        )
        for (const value of field.showWhen.in)
          expect(parent.options!.map((option) => option.value)).toContain(value)
      }
    }
  })

  it.each(KINDS)('%s: the rules read no free text of a person and no identity', (id) => {
    for (const name of RECORD_KINDS[id].facts) {
      expect(RECORD_KINDS[id].fields[name]).toBeDefined()
      expect([...identityFields(id), ...textFields(id)]).not.toContain(name)
    }
  })

  it('keeps identities to registration, and seals free text of persons', () => {
    expect(KINDS.filter((kind) => identityFields(kind).length > 0)).toEqual(['person-registration'])
    expect(identityFields('person-registration')).toEqual(['name', 'idNumber', 'phone', 'address'])
    expect(textFields('talk')).toEqual(['help', 'note'])
    expect(textFields('publicity-activity')).toEqual([])
  })

  it('never lets the village enter a day of abstinence or a finding of use', () => {
    expect(RECORD_KINDS['abstinence-start'].submittedBy).toEqual(['town-office', 'police'])
    expect(RECORD_KINDS.relapse).toMatchObject({
      submittedBy: ['police', 'town-office'],
      review: 'secondPerson',
      weight: 'adverse',
    })
    expect(RECORD_KINDS['urine-test'].submittedBy).not.toContain('village-secretary')
  })

  it('takes no result from a strip past its day', () => {
    const test = { ...full('urine-test'), result: 'negative', reason: undefined, occurredOn: '2026-03-02' }
    expect(codes('urine-test', { ...test, expiresOn: '2026-03-02' })).toEqual([])
    expect(codes('urine-test', { ...test, expiresOn: '2026-03-01' })).toEqual(['expiresOn:before'])
    expect(codes('urine-test', { ...full('urine-test'), expiresOn: '2026-03-01' })).toEqual([])
  })

  it('lets a person be found before he is registered — 三(二)5', () => {
    const finding = { foundOn: '2026-03-01', residence: 'household-here', origin: 'found', foundBy: 'police' }
    const entered = { ...finding, enteredOn: '2026-03-02' }
    expect(codes('new-finding', entered, { registeredOn: '2026-03-05' })).toEqual([])
  })

  it('refuses a description that contradicts itself', () => {
    const { talk } = RECORD_KINDS
    expect(() => defineKind({ ...talk, version: talk.version + 1 })).toThrow(RangeError)
    expect(() => defineKind({ ...talk, dateField: 'place' })).toThrow(RangeError)
  })

  it('asks for no photo and counts none', () => {
    const { talk } = RECORD_KINDS
    const { optional: _, ...asked } = talk.fields.photos!
    expect(() => defineKind({ ...talk, fields: { ...talk.fields, photos: asked } })).toThrow(RangeError)
    expect(() => defineKind({ ...talk, facts: [...talk.facts, 'photos'] })).toThrow(RangeError)
    const withPhotos = KINDS.filter((id) => RECORD_KINDS[id].fields.photos)
    expect(withPhotos).toHaveLength(11)
    for (const id of withPhotos) {
      const { photos } = RECORD_KINDS[id].fields
      expect(photos).toMatchObject({ type: 'photos', optional: true, max: 9 })
      expect(photos!.class).toBe(RECORD_KINDS[id].subject === 'person' ? 'case' : 'open')
    }
  })
})

describe('what is known of a kind without its form', () => {
  it('is the description without the form (bin/write-outlines.mjs)', () => {
    const made = Object.values(RECORD_KINDS).map(outlineOf)
    expect(Object.values(KIND_OUTLINES)).toEqual(made)
    expect(Object.keys(KIND_OUTLINES)).toEqual(Object.keys(RECORD_KINDS))
  })
})

describe('versions', () => {
  it('has a golden fixture for every version of every kind ever released', () => {
    const expected = KINDS.reduce<string[]>((names, kind) => {
      const versions = Array.from(
        { length: RECORD_KINDS[kind].version },
        (_, index) => `${kind}.v${index + 1}.json`,
      )
      return names.concat(versions)
    }, [])
    expect(readdirSync(FIXTURES).sort()).toEqual(expected.sort())
  })

  it.each(readdirSync(FIXTURES))('%s is read in the newest shape, and is valid in it', (name) => {
    const kind = name.slice(0, name.indexOf('.')) as KindId
    const { version, payload, newest } = fixture(name)
    expect(upcastPayload(UPCASTS[kind] ?? [], version, payload)).toEqual(newest)
    expect(validateRecord(kind, newest, { today: TODAY })).toEqual({ ok: true, payload: newest })
  })

  it('lifts an old version through every step, and never changes the record it was given', () => {
    const upcasts = [
      (payload: Payload) => ({ ...payload, found: payload.met === true ? 'yes' : 'no', met: undefined }),
      ({ met: _, ...payload }: Payload) => payload,
    ]
    const old = { met: true, place: 'home' }
    expect(upcastPayload(upcasts, 1, old)).toEqual({ found: 'yes', place: 'home' })
    expect(upcastPayload(upcasts, 2, { found: 'no' })).toEqual({ found: 'no' })
    expect(upcastPayload(upcasts, 3, { found: 'no' })).toEqual({ found: 'no' })
    expect(old).toEqual({ met: true, place: 'home' })
  })

  it('leaves an unknown kind and a newer version as they are', () => {
    const record = {
      id: 'a',
      revision: 1,
      kind: 'talk',
      schemaVersion: 99,
      subjectId: 'p',
      areaCode: '4',
      occurredOn: TODAY,
      receivedAt: null,
      reviewState: 'accepted' as const,
      payload: {},
    }
    expect(upcastRecord(record)).toBe(record)
    const foreign = { ...record, kind: 'never-heard-of' }
    expect(upcastRecord(foreign)).toBe(foreign)
  })
})

describe('validateRecord', () => {
  it.each(KINDS)('%s: the least payload is valid where identities and texts are kept elsewhere', (kind) => {
    expect(codes(kind, LEAST[kind](TODAY), { without: 'identity-and-text' })).toEqual([])
  })

  it.each(KINDS)('%s: every required field is asked for with a sentence of its own', (kind) => {
    const result = validateRecord(kind, {}, { today: TODAY })
    if (result.ok) throw new Error('nothing is required')
    for (const issue of result.issues) {
      expect(issue.code).toBe('required')
      expect(RECORD_KINDS[kind].fields[issue.path[0]!]!.requiredText).toBe(issueText(kind, issue))
    }
  })

  const talk = full('talk')
  const photo = (at: number) => `019ab3c2-7c3f-7000-8000-00000000000${at}`
  const nine = Array.from({ length: 9 }, (_, at) => photo(at))
  const cases: [string, KindId, Payload, string[]][] = [
    ['日期是今天', 'talk', { ...talk, occurredOn: TODAY }, []],
    ['日期是明天', 'talk', { ...talk, occurredOn: '2026-11-24' }, ['occurredOn:futureDate']],
    ['没有这一天', 'talk', { ...talk, occurredOn: '2026-02-30' }, ['occurredOn:date']],
    ['日期不是文字', 'talk', { ...talk, occurredOn: 20260302 }, ['occurredOn:type']],
    ['一个人去', 'talk', { ...talk, visitors: ['cadre-1'] }, ['visitors:tooFew']],
    ['同一个人写两遍', 'talk', { ...talk, visitors: ['cadre-1', 'cadre-1'] }, ['visitors.1:duplicate']],
    ['没写谁去', 'talk', { ...talk, visitors: [] }, ['visitors:required']],
    ['七个人去', 'talk', { ...talk, visitors: ['1', '2', '3', '4', '5', '6', '7'] }, ['visitors:tooMany']],
    ['没有这个选项', 'talk', { ...talk, found: 'maybe' }, ['found:option']],
    ['多选里没有这一项', 'talk', { ...talk, situation: ['steady', 'x'] }, ['situation.1:option']],
    ['没见到却写了情况', 'talk', { ...talk, found: 'no' }, ['situation:hiddenField']],
    ['多了一项', 'talk', { ...talk, score: 100 }, ['score:unknownField']],
    ['照片可以不拍', 'talk', { ...talk, photos: [] }, []],
    ['照片九张', 'talk', { ...talk, photos: nine }, []],
    ['照片十张', 'talk', { ...talk, photos: [...nine, photo(9)] }, ['photos:tooMany']],
    ['同一张照片写两遍', 'talk', { ...talk, photos: [photo(0), photo(0)] }, ['photos.1:duplicate']],
    ['照片的编号里写字', 'talk', { ...talk, photos: ['li-xiaoming'] }, ['photos.0:option']],
    ['继承来的名字不算', 'talk', { ...talk, toString: 1 }, ['toString:unknownField']],
    ['补充200字', 'talk', { ...talk, note: '字'.repeat(200) }, []],
    ['补充201字', 'talk', { ...talk, note: '字'.repeat(201) }, ['note:tooLong']],
    ['补充里可以换行', 'talk', { ...talk, note: '一\n二' }, []],
    ['单行里不能换行', 'talk', { ...talk, help: '一\n二' }, ['help:pattern']],
    ['控制字符', 'talk', { ...talk, note: '一\u0000二' }, ['note:pattern']],
    ['无效要写原因', 'urine-test', { ...full('urine-test'), reason: null }, ['reason:required']],
    ['阴性不写原因', 'urine-test', { ...full('urine-test'), result: 'negative' }, ['reason:hiddenField']],
    [
      '异地要有证明一项',
      'urine-test',
      { ...full('urine-test'), certificate: null },
      ['certificate:required'],
    ],
    [
      '在站里做的没有异地证明',
      'urine-test',
      { ...full('urine-test'), place: 'station' },
      ['certificate:hiddenField'],
    ],
    [
      '人数要整数',
      'publicity-activity',
      { ...full('publicity-activity'), attendance: 3.5 },
      ['attendance:notInteger'],
    ],
    [
      '人数不是文字',
      'publicity-activity',
      { ...full('publicity-activity'), attendance: '35' },
      ['attendance:type'],
    ],
    ['人数可以是0', 'publicity-activity', { ...full('publicity-activity'), attendance: 0 }, []],
    [
      '人数不能是负数',
      'publicity-activity',
      { ...full('publicity-activity'), attendance: -1 },
      ['attendance:tooSmall'],
    ],
    [
      '地点不能是空格',
      'publicity-activity',
      { ...full('publicity-activity'), place: '  ' },
      ['place:required'],
    ],
    ['确认本月', 'roster-confirmation', { ...full('roster-confirmation'), month: '2026-03' }, []],
    [
      '不能确认下个月',
      'roster-confirmation',
      { ...full('roster-confirmation'), month: '2026-04' },
      ['month:futureMonth'],
    ],
    [
      '没有13月',
      'roster-confirmation',
      { ...full('roster-confirmation'), month: '2026-13' },
      ['month:month'],
    ],
    [
      '服刑才有刑期',
      'person-status',
      { from: TODAY, status: 'detained', sentenceMonths: 12 },
      ['sentenceMonths:hiddenField'],
    ],
    ['判决没下来可以不填刑期', 'person-status', { from: TODAY, status: 'imprisoned' }, []],
    [
      '释放要晚于羁押',
      'person-status',
      { from: TODAY, status: 'detained', releasedOn: TODAY },
      ['releasedOn:before'],
    ],
    [
      '报到不早于开始',
      'person-status',
      { ...full('person-status'), reportedInOn: '2026-03-01' },
      ['reportedInOn:before'],
    ],
    [
      '出所帮教要写检测依据',
      'person-status',
      { from: TODAY, status: 'helped', presence: 'away' },
      ['testBasis:required'],
    ],
    [
      '社区戒毒不用写检测依据',
      'person-status',
      { ...full('person-status'), testBasis: 'required' },
      ['testBasis:hiddenField'],
    ],
    [
      '起始日期不晚于文书',
      'abstinence-start',
      { ...full('abstinence-start'), abstinentSince: '2026-03-03' },
      ['confirmedOn:before'],
    ],
    ['使用不晚于认定', 'relapse', { ...full('relapse'), usedOn: '2026-03-05' }, ['foundOn:before']],
    [
      '有家里人就没有原因',
      'support-group',
      { ...full('support-group'), members: ['family'] },
      ['noFamilyReason:hiddenField'],
    ],
    [
      '结束不早于成立',
      'support-group',
      { ...full('support-group'), closedOn: '2026-03-01' },
      ['closedOn:before'],
    ],
    [
      '身份证末位小写x',
      'person-registration',
      { ...full('person-registration'), idNumber: '44158119850101001x' },
      ['idNumber:pattern'],
    ],
    [
      '登记时还没出生',
      'person-registration',
      { ...full('person-registration'), birthYear: 2027 },
      ['birthYear:birthYear'],
    ],
    [
      '本地户口不写户口所在村',
      'person-registration',
      { ...full('person-registration'), residence: 'local' },
      ['householdArea:hiddenField'],
    ],
  ]
  it.each(cases)('%s', (_, kind, payload, expected) => {
    expect(codes(kind, payload)).toEqual(expected)
  })

  it('refuses dates before birth and before registration, but takes history', () => {
    expect(codes('talk', talk, { registeredOn: '2026-03-02' })).toEqual([])
    expect(codes('talk', talk, { registeredOn: '2026-03-03' })).toEqual(['occurredOn:beforeRegistration'])
    expect(codes('abstinence-start', full('abstinence-start'), { registeredOn: '2026-03-03' })).toEqual([])
    expect(codes('abstinence-start', full('abstinence-start'), { bornIn: 2024 })).toEqual([])
    expect(codes('abstinence-start', full('abstinence-start'), { bornIn: 2025 })).toEqual([
      'abstinentSince:beforeBirth',
    ])
  })

  it('returns the payload in the order of the form, trimmed, without nulls', () => {
    const result = validateRecord('talk', { ...talk, note: '  好  ', help: null }, { today: TODAY })
    expect(result).toEqual({ ok: true, payload: { ...talk, note: '好', help: undefined } })
    if (result.ok)
      expect(Object.keys(result.payload)).toEqual([
        'occurredOn',
        'place',
        'found',
        'visitors',
        'situation',
        'note',
      ])
  })

  it('takes no identity where identities are kept elsewhere', () => {
    const { name, idNumber, phone, address, ...rest } = full('person-registration')
    expect(codes('person-registration', rest, { without: 'identity' })).toEqual([])
    expect(codes('person-registration', { ...rest, name }, { without: 'identity' })).toEqual([
      'name:unknownField',
    ])
    expect([idNumber, phone, address]).not.toContain(undefined)
  })

  it('never throws, whatever JSON arrives, and always has a sentence', () => {
    const anyPayload = (kind: KindId) =>
      fc.oneof(
        fc.jsonValue(),
        fc.record(
          Object.fromEntries(
            Object.entries(RECORD_KINDS[kind].fields).map(([name, { options }]) => [
              name,
              fc.oneof(
                fc.jsonValue(),
                fc.constantFrom(
                  TODAY,
                  '2026-03',
                  1985,
                  'cadre-1',
                  ...(options ?? []).map(({ value }) => value),
                ),
              ),
            ]),
          ),
          { requiredKeys: [] },
        ),
      )
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS).chain((kind) => fc.tuple(fc.constant(kind), anyPayload(kind))),
        ([kind, payload]) => {
          const result = validateRecord(kind, payload, { today: TODAY })
          if (result.ok) expect(validateRecord(kind, result.payload, { today: TODAY })).toEqual(result)
          else for (const issue of result.issues) expect(issueText(kind, issue)).toMatch(/\p{Script=Han}/u)
        },
      ),
      { numRuns: 800 },
    )
  })

  it('refuses a kind it does not know', () => {
    expect(codes('never-heard-of' as KindId, {})).toEqual([':notAnObject'])
    expect(isKindId('constructor')).toBe(false)
  })
})

describe('issueText', () => {
  it.each([
    ['talk', ['found'], 'required', undefined, '请选择见到本人了没有'],
    ['talk', ['occurredOn'], 'futureDate', undefined, '“什么时候”不能晚于今天'],
    ['relapse', ['foundOn'], 'futureDate', undefined, '认定日期不能晚于今天'],
    ['talk', ['visitors'], 'tooFew', { min: 2 }, '这次谈话要两个人去，请选两位'],
    ['publicity-activity', ['attendance'], 'notInteger', undefined, '参加人数要填整数，比如 35'],
    ['urine-test', ['reason'], 'required', undefined, '没有得到结果时，请写明原因'],
    ['talk', ['score'], 'unknownField', undefined, '没有“score”这一项，请把小程序更新到新版后再发'],
  ] as [KindId, string[], IssueCode, Record<string, number> | undefined, string][])(
    '%s %p %s',
    (kind, path, code, params, expected) => {
      expect(issueText(kind, { path, code, ...(params && { params }) })).toBe(expected)
    },
  )
})

describe('forms', () => {
  it('leaves out hidden and empty answers of a form', () => {
    const values = { ...full('talk'), found: 'no', note: '', help: undefined }
    expect(payloadOfForm('talk', values)).toEqual({
      occurredOn: '2026-03-02',
      place: 'home',
      found: 'no',
      visitors: ['cadre-1', 'cadre-2'],
    })
  })

  it.each(KINDS)('%s: parts its payload without losing a field', (kind) => {
    const { payload, text, identity } = splitPayload(kind, full(kind))
    expect({ ...payload, ...text, ...identity }).toEqual(full(kind))
    expect(Object.keys(identity)).toEqual(identityFields(kind).filter((name) => name in full(kind)))
    expect(codes(kind, payload, { without: 'identity-and-text' })).toEqual([])
  })

  it.each(KINDS)('%s: its JSON Schema names every field and what is always required', (kind) => {
    const schema = formJsonSchema(kind) as { properties: Record<string, object>; required: string[] }
    expect(Object.keys(schema.properties)).toEqual(Object.keys(RECORD_KINDS[kind].fields))
    const missing = validateRecord(kind, {}, { today: TODAY })
    expect(missing.ok ? [] : missing.issues.map(({ path }) => path[0])).toEqual(schema.required)
  })

  it('is a Standard Schema with JSON Schema', () => {
    const { '~standard': standard } = recordSchema('talk', () => ({ today: TODAY }))
    expect(standard).toMatchObject({ version: 1, vendor: 'dfv' })
    expect(standard.validate(full('talk'))).toEqual({ value: full('talk') })
    expect(standard.validate({ ...full('talk'), found: null })).toEqual({
      issues: [{ message: '请选择见到本人了没有', path: ['found'], code: 'required' }],
    })
    expect(standard.jsonSchema.input()).toEqual(formJsonSchema('talk'))
  })
})
