import { type Field, type KindId, type Payload, RECORD_KINDS, REGISTERING, type RecordKind } from '@dfv/rules'
import { LEAST } from '@dfv/rules/testing'
import { faultsOf, freshValues, type Known, visibleFields } from './view-model'

const TODAY = '2026-11-23'
const known: Known = { today: TODAY, accountId: 'cadre-1', colleagues: null, last: null, period: '2026-10' }
/** 记一笔, the kind, and whom it is about unless that is the village; then 下一步：核对 and 提交. */
const TAPS_AROUND = 4
const MOST_FOR_A_TALK = 12
/** Options past this many lie in a sheet that has to be opened first. */
const MOST_IN_SIGHT = 8

const kinds = Object.values(RECORD_KINDS).filter(({ systemMade }) => !systemMade)

/** What the least takes for one answer on the phone; words and numbers are a tap into the field, then typed. */
function tapsFor({ type, options = [] }: Field, value: unknown, before: unknown): number {
  switch (type) {
    case 'choice':
      return options.length > MOST_IN_SIGHT ? 2 : 1
    case 'multi':
    case 'cadres': {
      const chosen = Array.isArray(before) ? before : []
      return (value as unknown[]).filter((one) => !chosen.includes(one)).length
    }
    case 'date':
      return value === TODAY ? 1 : 3
    case 'month':
    case 'record':
    case 'person':
      return 2
    case 'area':
      return 3
    default:
      return 1
  }
}

/** The first answer that comes to mind where the least that the rules need does not say one: names and words. */
function answerOf(kind: RecordKind, name: string, field: Field): unknown {
  const least = LEAST[kind.kind](TODAY)[name]
  if (least !== undefined) return least
  if (field.type === 'text') return field.pattern === undefined ? '示例的话' : '13800138000'
  return field.options?.[0]?.value ?? field.min ?? TODAY
}

/** A person who answers what the form will not go on without, one after the other, and nothing else. */
function fillIn(kind: RecordKind) {
  let values: Payload = freshValues(kind, known)
  const answered: string[] = []
  let taps = TAPS_AROUND + Number(kind.subject !== 'village')
  const identity = kind.onlineOnly
  for (;;) {
    const [fault] = faultsOf(kind, values, { today: TODAY })
    if (!fault) break
    const shown = visibleFields(kind, values, identity).find(({ name }) => name === fault.field)
    const field = kind.fields[fault.field]!
    if (answered.includes(fault.field)) throw new Error(`${kind.kind}: ${fault.field} ${fault.text}`)
    answered.push(fault.field)
    const value = answerOf(kind, fault.field, field)
    // What is settled before the form opens is no question.
    if (shown) taps += tapsFor(field, value, values[fault.field])
    values = { ...values, [fault.field]: value }
  }
  const shown = visibleFields(kind, values, identity).map(({ name }) => name)
  const typed = answered.filter((name) => ['text', 'count'].includes(kind.fields[name]!.type))
  return { values, taps, fields: shown.length, asked: answered.filter((name) => shown.includes(name)), typed }
}

describe('what a record asks of whoever writes it down', () => {
  test('is little: every kind can be sent with its required answers alone', () => {
    const rows = kinds.map((kind) => ({ kind, ...fillIn(kind) }))
    const lines = rows
      .sort((a, b) => b.taps - a.taps)
      .map(
        ({ kind, taps, fields, asked, typed }) =>
          `  ${kind.kind.padEnd(26)} ${String(taps).padStart(4)} ${String(fields).padStart(6)} ${String(asked.length).padStart(8)} ${String(typed.length).padStart(5)}`,
      )
    console.log(['  kind                       taps fields required typed', ...lines].join('\n'))
    const talk = rows.find(({ kind }) => kind.kind === 'talk')!
    const [most] = rows
    console.log(
      `figure: taps from the desk to a record: a talk ${talk.taps}, at most ${most!.taps} (${most!.kind.kind})`,
    )
    expect(talk.taps).toBeLessThanOrEqual(MOST_FOR_A_TALK)
    for (const { kind, values } of rows) expect(faultsOf(kind, values, { today: TODAY })).toEqual([])
  })
})

/** Not the same question: why each is put although something of that name is known. */
const ASKED_ANEW: Partial<Record<KindId, Record<string, string>>> = {
  'new-finding': { residence: '发现当天住在哪里，决定算哪个村的：从不预先填好' },
  'support-group': { noFamilyReason: '登记时有家里人，后来没有了；有家里人的不用填' },
}

describe('没有一项问两遍', () => {
  test.each(kinds)('$kind: no two questions in sight at once read alike', (kind) => {
    const labels = visibleFields(kind, fillIn(kind).values, true).map(({ field }) => field.label)
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([])
  })

  test.each(kinds)('$kind: does not ask again what the file of its subject says', (kind) => {
    if (kind.subject === 'village' || REGISTERING[kind.subject] === kind.kind) return
    const registration = RECORD_KINDS[REGISTERING[kind.subject]]
    const ofTheRecord = ['note', 'photos', 'closedOn', registration.dateField]
    const again = visibleFields(kind, fillIn(kind).values, true)
      .map(({ name }) => name)
      .filter((name) => name in registration.fields && !ofTheRecord.includes(name))
    expect(again.filter((name) => ASKED_ANEW[kind.kind]?.[name] === undefined)).toEqual([])
  })

  test.each(kinds)('$kind: asks who somebody is at his registration only', (kind) => {
    const identities = Object.values(kind.fields).filter((field) => field.class === 'identity')
    if (kind.kind !== 'person-registration') expect(identities).toEqual([])
  })

  test.each(kinds)('$kind: offers the day, the year and oneself, which are known', (kind) => {
    const offered = freshValues(kind, known)
    expect(offered[kind.dateField]).toBe(TODAY)
    for (const [name, { label, type, decides }] of Object.entries(kind.fields)) {
      if (type === 'count' && /哪一年/.test(label)) expect(offered[name]).toBe(2026)
      // Somebody who takes part in it himself is there already; who allows a leave or works a grid is another.
      if (type === 'cadres' && !decides && /检测人|谁去的/.test(label))
        expect(offered[name]).toEqual(['cadre-1'])
    }
  })

  test.each(kinds)('$kind: never asks for the village it is written in', (kind) => {
    const areas = visibleFields(kind, fillIn(kind).values, true).filter(({ field }) => field.type === 'area')
    // The other village of a move, and the one where the household is.
    for (const { name } of areas) expect(['toArea', 'householdArea']).toContain(name)
  })
})
