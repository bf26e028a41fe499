import { entry, head, registered, TODAY, tested, village } from '../../../../test/support/village'
import { deskOf, doneToday, isBeginning, type Line, stripsOf } from './view-model'

const rowsOf = (lines: readonly Line[]) =>
  lines.flatMap((line) => (line.fold === null ? [line.row] : line.rows))
const people = (n: number) => Array.from({ length: n }, (_, i) => head(`p${i}`, `示范A-0${i}`))
const place = (n: number) =>
  village(
    people(n).flatMap(({ id }) => registered(id)),
    people(n),
  )

describe('the desk', () => {
  test('a cycle that ends in weeks waits under 稍后; in its last week it comes to the front', () => {
    const records = registered('p0')
    const [one] = people(1)
    const talkIn = (asOf: string) => {
      const desk = deskOf(village(records, [one!], { asOf }), 'case-worker')
      const isTalk = ({ duty }: { duty: { kind: string } }) => duty.kind === 'talk'
      return { week: rowsOf(desk.week).some(isTalk), later: desk.later.some(isTalk) }
    }
    expect(talkIn('2026-11-23')).toEqual({ week: false, later: true })
    expect(talkIn('2026-12-24')).toEqual({ week: true, later: false })
  })

  test('a cycle that is over is no work any more', () => {
    const desk = deskOf(village(registered('p0'), people(1)), 'case-worker')
    const all = [...rowsOf(desk.overdue), ...rowsOf(desk.week), ...desk.later]
    expect(all.map(({ duty }) => duty.period)).not.toContain('2026-C5')
  })

  test('each row says whom it is about by code, until when, and what the button does', () => {
    const row = deskOf(place(1), 'case-worker').later.find(({ duty }) => duty.kind === 'talk')
    expect(row).toMatchObject({
      title: '谈话 示范A-00 11—12月',
      note: '12月31日到期',
      chip: { state: 'due', text: '还有38天' },
      action: '记录',
    })
  })

  test('what another role owes is apart, with the role named and no button', () => {
    const desk = deskOf(place(1), 'grid-worker')
    const test = desk.others.find(({ duty }) => duty.kind === 'test')
    expect(test?.note).toMatch(/^由专干办/)
    expect(desk.later.map(({ duty }) => duty.kind)).not.toContain('test')
  })

  test('what the own role owes is its own, also without a form: marked when late, with a way on', () => {
    const secretary = deskOf(place(1), 'village-secretary')
    const pledge = rowsOf(secretary.overdue).find(({ duty }) => duty.kind === 'pledge')
    expect(pledge).toMatchObject({
      title: '签责任状',
      chip: { state: 'overdue' },
      action: '去签',
      byForm: false,
    })
    expect(pledge?.note).not.toContain('由')
    // Nobody signs for another.
    const theirs = deskOf(place(1), 'grid-worker').others.find(({ duty }) => duty.kind === 'pledge')
    expect(theirs).toMatchObject({ mine: false, action: '看看' })
    expect(secretary.others.map(({ duty }) => duty.owedBy)).not.toContain('village-secretary')
  })

  test('late is late, whoever owes it: the own and the others’ together are all that is late', () => {
    const { duties, asOf, ...rest } = place(1)
    const late = duties.open.filter(({ opensOn, dueOn }) => opensOn <= asOf && dueOn < asOf)
    for (const role of ['village-secretary', 'grid-worker', 'case-worker'] as const) {
      const { counts } = deskOf({ ...rest, duties, asOf }, role)
      expect(counts.overdue + counts.othersOverdue).toBe(late.length)
    }
    expect(deskOf(place(1), 'grid-worker').counts.othersOverdue).toBeGreaterThan(0)
  })

  test('one line for each group of people that is to be asked, each by its name', () => {
    const [duty] = place(1).duties.open
    const asked = (audience: string) => ({
      ...duty!,
      id: `awareness:${audience}`,
      subjectId: '441581990201',
      kind: 'awareness' as const,
      period: `2026-${audience}`,
      owedBy: 'village-secretary' as const,
      settledBy: null,
      params: { audience, count: 20 },
    })
    const base = place(1)
    const open = ['resident', 'migrant', 'venue'].map(asked)
    const { later, week, overdue } = deskOf(
      { ...base, duties: { ...base.duties, open } },
      'village-secretary',
    )
    const rows = [...rowsOf(overdue), ...rowsOf(week), ...later]
    expect(rows.map(({ title }) => title)).toEqual([
      '再请人答题 本村群众',
      '再请人答题 外来务工人员',
      '再请人答题 场所从业人员',
    ])
    for (const row of rows)
      expect(row).toMatchObject({ action: '去看', note: expect.stringMatching(/^还差20人/) })
  })

  test('four of a kind take one line', () => {
    const asOf = '2026-12-28'
    const { week } = deskOf(
      village(
        people(5).flatMap(({ id }) => registered(id)),
        people(5),
        { asOf },
      ),
      'case-worker',
    )
    const talks = week.filter((line) => line.fold === 'talk')
    expect(talks).toHaveLength(1)
    expect(talks[0]).toMatchObject({ label: '谈话 5 件' })
    expect(rowsOf(week).filter(({ duty }) => duty.kind === 'talk')).toHaveLength(5)
  })

  test('a test that waits on the phone is done for the desk', () => {
    const before = deskOf(place(1), 'case-worker').later.map(({ duty }) => duty.kind)
    const queued = entry('urine-test', 'p0', { payload: tested('p0', TODAY).payload })
    const after = deskOf(village(registered('p0'), people(1), { entries: [queued] }), 'case-worker').later
    expect(before).toContain('test')
    expect(after.map(({ duty }) => duty.kind)).not.toContain('test')
  })
})

test('done today: what was sent and what waits, not what is half filled', () => {
  const entries = [
    entry('talk', 'p0', { state: 'accepted' }),
    entry('talk', 'p0'),
    entry('talk', 'p0', { state: 'draft' }),
  ]
  const rows = doneToday(entries, place(1), () => TODAY)
  expect(rows.map(({ title, note }) => `${title} ${note}`)).toEqual([
    '谈话 示范A-00 已收到 今天 14:06',
    '谈话 示范A-00 存在手机里 今天 14:06',
  ])
})

describe('strips', () => {
  const now = Date.parse(`${TODAY}T08:00:00Z`)
  const facts = { online: true, entries: [], contactAt: now, now, usedShare: undefined, largest: false }

  test('silent when all is well', () => {
    expect(stripsOf(facts)).toEqual([])
  })

  test('without a network: how many wait, in few words in the largest type', () => {
    const entries = [entry('talk', 'p0'), entry('talk', 'p0')]
    expect(stripsOf({ ...facts, online: false, entries })[0]?.text).toBe('没有网络。2 条记录还没发出')
    expect(stripsOf({ ...facts, online: false, entries, largest: true })[0]?.text).toBe(
      '没有网络 · 2条未发出',
    )
  })

  test('never more than two, the gravest first', () => {
    const entries = [
      entry('talk', 'p0', { updatedAt: now - 2 * 86_400_000 }),
      entry('talk', 'p0', { state: 'returned' }),
      entry('talk', 'p0', { state: 'draft' }),
    ]
    const found = stripsOf({ ...facts, entries, contactAt: 0, usedShare: 0.9 })
    expect(found.map(({ text }) => text)).toEqual([
      '有记录已等了2天，请找有信号的地方打开一次小程序。',
      '1 条记录要您处理',
    ])
  })
})

describe('a village that has just begun', () => {
  const begun = (startOn: string) => {
    const one = place(1)
    return { ...one, ledger: { ...one.ledger, startOn } }
  }

  test('is shown its opening list, by those who bring something in, until all of it is there', () => {
    expect(isBeginning(begun('2026-10-08'), 'village-secretary', false)).toBe(true)
    expect(isBeginning(begun('2026-10-08'), 'village-secretary', true)).toBe(false)
    expect(isBeginning(begun('2026-10-08'), 'grid-worker', false)).toBe(false)
  })

  test('is not reminded for ever: after three months its duties say the rest', () => {
    expect(isBeginning(begun('2026-08-01'), 'village-secretary', false)).toBe(false)
  })
})
