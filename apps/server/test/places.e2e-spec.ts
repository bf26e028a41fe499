import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordIn } from '../src/modules/records/records.dto.js'
import { createTestApp, type TestApp } from './support/app.js'
import {
  type Answer,
  aRecord,
  countRows,
  makeAreas,
  putRecord,
  register,
  send,
  VILLAGE_A,
  VILLAGE_B,
} from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

const aVenue = (subjectId: string, over: Partial<RecordIn> = {}): RecordIn =>
  aRecord('venue', {
    occurredOn: '2026-03-02',
    ...over,
    subjectId,
    payload: { name: '示范旅馆', venueType: 'hotel', keyParts: 'no', monitored: 'no', ...over.payload },
  })
const aGrid = (subjectId: string, over: Partial<RecordIn> = {}): RecordIn =>
  aRecord('grid', { ...over, subjectId, payload: { name: '第一网格', bounded: 'yes', ...over.payload } })

describe('场所、网格、教育阵地、学校的台账', () => {
  let test: TestApp
  let secretary: SignedIn
  let neighbour: SignedIn
  let town: SignedIn
  let resident: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    neighbour = await signIn(test, { name: '黄书记', role: 'village-secretary', areaCode: VILLAGE_B })
    town = await signIn(test, { name: '吴主任', role: 'town-office', areaCode: '441581990' })
    resident = await signIn(test, { name: '郑群众' })
  })

  afterAll(() => test?.close())

  const put = (who: SignedIn, record: RecordIn, id = uuidv7()) => putRecord(test, who, id, record)
  const list = async (who: SignedIn, query: string): Promise<Answer> =>
    (await send(test, who, 'GET', `/api/places?${query}`)).body
  const file = (who: SignedIn, id: string) => send(test, who, 'GET', `/api/places/${id}`)
  const delta = async (who: SignedIn, since = 0): Promise<Answer> =>
    (await send(test, who, 'GET', `/api/ledger/${VILLAGE_A}?since=${since}`)).body

  describe('a place that its first registration makes known', () => {
    it.each([
      ['venue', aVenue, '示范A-场所-01', '示范旅馆'],
      ['grid', aGrid, '示范A-网格-01', '第一网格'],
      [
        'site',
        (id: string) =>
          aRecord('education-site', {
            subjectId: id,
            payload: { name: '文化广场', siteType: 'corridor', inUse: 'yes' },
          }),
        '示范A-阵地-01',
        '文化广场',
      ],
      [
        'school',
        (id: string) =>
          aRecord('school', { subjectId: id, payload: { name: '示范小学', stage: 'primary', pupils: 120 } }),
        '示范A-学校-01',
        '示范小学',
      ],
    ])('%s gets a number of its own and stands on its register', async (type, make, code, name) => {
      const id = uuidv7()
      expect((await put(secretary, make(id))).status).toBe(201)
      const { items } = await list(secretary, `type=${type}&areaCode=${VILLAGE_A}`)
      expect(items).toMatchObject([{ id, type, code, name, areaCode: VILLAGE_A, state: 'active' }])
      const { body } = await file(secretary, id)
      expect(body).toMatchObject({ head: { id, name }, timeline: [{ kind: expect.any(String) }] })
    })

    it('is described anew whenever it has changed, without a second entry', async () => {
      const id = uuidv7()
      await put(secretary, aVenue(id, { payload: { name: '示范网吧', venueType: 'internet' } }))
      const again = aVenue(id, {
        occurredOn: '2026-06-02',
        payload: {
          name: '示范网咖',
          venueType: 'internet',
          keyParts: 'yes',
          keyPartsText: '后门',
          monitored: 'yes',
        },
      })
      expect((await put(secretary, again)).status).toBe(201)
      const { items } = await list(secretary, 'type=venue&q=网')
      expect(items).toMatchObject([
        {
          id,
          name: '示范网咖',
          registeredOn: '2026-03-02',
          facts: { venueType: 'internet', keyParts: 'yes', monitored: 'yes' },
        },
      ])
      // Words are read on the record, not carried in lists.
      expect(items[0].facts.keyPartsText).toBeUndefined()
    })

    it('stays on the register when it has closed, and is found by code or name', async () => {
      const id = uuidv7()
      await put(secretary, aVenue(id, { payload: { name: '停业茶室', venueType: 'other' } }))
      await put(
        secretary,
        aVenue(id, { payload: { name: '停业茶室', venueType: 'other', closedOn: '2026-11-01' } }),
      )
      expect((await list(secretary, 'type=venue&q=停业')).items).toMatchObject([
        { id, endedOn: '2026-11-01' },
      ])
      const { code } = (await list(secretary, 'type=venue&q=停业')).items[0]
      expect((await list(secretary, `type=venue&q=${encodeURIComponent(code)}`)).items).toHaveLength(1)
      expect((await list(secretary, 'type=venue&q=%25')).items).toEqual([])
      expect((await file(secretary, id)).body.duties).toEqual([])
    })

    it('leaves the register when its registration is made void', async () => {
      const [id, recordId] = [uuidv7(), uuidv7()]
      await put(secretary, aVenue(id, { payload: { name: '登错的店' } }), recordId)
      const before = await delta(secretary)
      expect(before.places.some((place: Answer) => place.id === id)).toBe(true)
      const voided = aVenue(id, { revision: 2, replaces: 1, payload: {}, void: { reason: '不在本村' } })
      expect((await put(secretary, voided, recordId)).body.reviewState).toBe('voided')
      expect((await list(secretary, 'type=venue&q=登错')).items).toEqual([])
      expect((await file(secretary, id)).status).toBe(404)
      const after = await delta(secretary, before.ledgerVersion)
      expect(after.dropped).toContain(id)
      expect(after.places).toEqual([])
    })
  })

  describe('records about a place', () => {
    it('are taken for the village of the place alone, and show what is owed next', async () => {
      const id = uuidv7()
      await put(secretary, aVenue(id, { occurredOn: '2026-02-02', payload: { name: '检查过的店' } }))
      expect((await file(secretary, id)).body.duties.map((duty: Answer) => duty.kind)).toContain(
        'venue-inspection',
      )
      const inspection = aRecord('venue-inspection', {
        subjectId: id,
        payload: { signs: 'yes', cameras: 'yes', staff: 'yes', rooms: 'none' },
      })
      expect((await put(secretary, inspection)).status).toBe(201)
      expect((await file(secretary, id)).body.duties.map((duty: Answer) => duty.kind)).not.toContain(
        'inspection',
      )
      const rows = await countRows(test)
      expect((await put(neighbour, { ...inspection, areaCode: VILLAGE_B })).status).toBe(404)
      expect((await put(town, { ...inspection, areaCode: VILLAGE_B })).status).toBe(404)
      expect((await put(secretary, { ...inspection, subjectId: uuidv7() })).status).toBe(404)
      expect(await countRows(test)).toEqual(rows)
    })

    it('are refused about a subject of another type', async () => {
      const [venue, { personId }] = [
        uuidv7(),
        await register(test, secretary, { identity: { name: '类别甲' } }),
      ]
      await put(secretary, aVenue(venue, { payload: { name: '类别店' } }))
      const patrol = (subjectId: string) =>
        aRecord('patrol', { subjectId, payload: { spots: ['venue'], found: 'no' } })
      expect((await put(secretary, patrol(venue))).status).toBe(404)
      expect((await put(secretary, patrol(personId))).status).toBe(404)
      expect((await put(secretary, aVenue(personId))).status).toBe(404)
      expect((await put(secretary, aGrid(venue))).status).toBe(404)
    })

    it('point to a problem of the same venue', async () => {
      const [venue, other, problem] = [uuidv7(), uuidv7(), uuidv7()]
      await put(secretary, aVenue(venue, { payload: { name: '有问题的店' } }))
      await put(secretary, aVenue(other, { payload: { name: '没问题的店' } }))
      const found = aRecord('venue-problem', {
        subjectId: venue,
        payload: { problem: '没有警示标志', fixBy: '2026-12-01' },
      })
      expect((await put(secretary, found, problem)).status).toBe(201)
      const fixed = (subjectId: string) =>
        aRecord('rectification', { subjectId, payload: { problem, how: '贴上了' } })
      expect((await put(secretary, fixed(other))).body.errors).toMatchObject([{ path: 'payload.problem' }])
      expect((await put(secretary, fixed(venue))).status).toBe(201)
    })

    it('are read in lists like all others', async () => {
      const id = uuidv7()
      await put(secretary, aVenue(id, { payload: { name: '清单店' } }))
      const url = `/api/records?areaCode=${VILLAGE_A}&subjectId=${id}`
      expect((await send(test, secretary, 'GET', url)).body.items).toHaveLength(1)
      expect((await send(test, neighbour, 'GET', url)).body.items).toEqual([])
    })
  })

  it('of another village do not exist', async () => {
    const id = uuidv7()
    await put(secretary, aVenue(id, { payload: { name: '外村看不到的店' } }))
    expect((await file(neighbour, id)).status).toBe(404)
    expect((await list(neighbour, 'type=venue&q=外村')).items).toEqual([])
    expect((await list(neighbour, `type=venue&areaCode=${VILLAGE_A}`)).items).toEqual([])
    expect((await list(town, 'type=venue&q=外村')).items).toHaveLength(1)
    expect((await file(resident, id)).status).toBe(403)
    // The id of another village's venue answers as if it were free, and takes nothing.
    expect((await put(neighbour, aVenue(id, { areaCode: VILLAGE_B }))).body.code).toBe('RECORD_CONFLICT')
  })

  describe('whoever is appointed for one venue or school', () => {
    const [venue, lookAlike, school] = [uuidv7(), uuidv7(), uuidv7()]
    const aRoster = (subjectId: string) => aRecord('staff-roster', { subjectId, payload: { headcount: 6 } })
    const aSchool = (subjectId: string) =>
      aRecord('school', { subjectId, payload: { name: '示范中学', stage: 'middle', pupils: 300 } })
    let manager: SignedIn
    let teacher: SignedIn

    beforeAll(async () => {
      await put(secretary, aVenue(venue, { payload: { name: '店长的店' } }))
      await put(secretary, aVenue(lookAlike, { payload: { name: '店长的店二' } }))
      await put(secretary, aSchool(school))
      const at = { areaCode: VILLAGE_A }
      manager = await signIn(test, { name: '郑店长', role: 'venue-manager', ...at, subjectId: venue })
      teacher = await signIn(test, { name: '许老师', role: 'teacher', ...at, subjectId: school })
    })

    it('writes about that one, and about no look-alike beside it', async () => {
      expect((await put(manager, aRoster(venue))).status).toBe(201)
      expect((await put(manager, aRoster(lookAlike))).status).toBe(404)
      expect((await put(manager, aVenue(uuidv7()))).status).toBe(403)
      expect((await put(teacher, aSchool(school))).status).toBe(201)
      expect((await put(teacher, aSchool(uuidv7()))).status).toBe(404)
      expect((await put(teacher, aRoster(venue))).status).toBe(403)
    })

    it('sees that one, and of the village nothing else', async () => {
      const own = await list(manager, 'type=venue&q=店长')
      expect(own.items.map(({ id }: { id: string }) => id)).toEqual([venue])
      expect((await list(manager, 'type=school')).items).toEqual([])
      expect((await file(manager, venue)).status).toBe(200)
      for (const [who, id] of [
        [manager, lookAlike],
        [manager, school],
        [teacher, venue],
      ] as const)
        expect((await file(who, id)).status).toBe(404)
      for (const url of ['/api/persons', `/api/ledger/${VILLAGE_A}`, '/api/records'])
        expect((await send(test, manager, 'GET', url)).status).toBe(403)
    })

    it('neither learns nor changes what a neighbour’s record is', async () => {
      const id = uuidv7()
      await put(secretary, aRoster(lookAlike), id)
      const guess = await put(manager, aRoster(lookAlike), id)
      expect([guess.status, guess.body.code]).toEqual([409, 'RECORD_CONFLICT'])
    })

    it('sees nothing at all while nobody has said which one it is', async () => {
      const unbound = await signIn(test, { name: '何店长', role: 'venue-manager', areaCode: VILLAGE_A })
      expect((await list(unbound, 'type=venue')).items).toEqual([])
      expect((await put(unbound, aRoster(venue))).status).toBe(404)
    })

    it('reports what he has put right, and a second person looks before it counts', async () => {
      const problem = uuidv7()
      const found = { problem: '后门锁着', fixBy: '2026-12-10' }
      await put(secretary, aRecord('venue-problem', { subjectId: venue, payload: found }), problem)
      const fixed = { problem, how: '换了推杆锁' }
      const report = aRecord('rectification', { subjectId: venue, payload: fixed })
      const answer = await put(manager, report)
      expect([answer.status, answer.body.reviewState]).toEqual([201, 'pending'])
      expect(
        (await put(secretary, aRecord('rectification', { subjectId: venue, payload: fixed }))).body,
      ).toMatchObject({
        reviewState: 'accepted',
      })
    })
  })

  it('reach the phone with the ledger', async () => {
    const id = uuidv7()
    const { ledgerVersion } = await delta(secretary)
    await put(secretary, aGrid(id, { payload: { name: '离线网格', households: 80 } }))
    const { records, places, subjects } = await delta(secretary, ledgerVersion)
    expect(places).toMatchObject([
      { id, type: 'grid', name: '离线网格', facts: { bounded: 'yes', households: 80 } },
    ])
    expect(records).toMatchObject([{ kind: 'grid', subjectId: id }])
    expect(subjects).toEqual([])
  })

  it('are numbered one after the other, two at the same moment too', async () => {
    const ids = Array.from({ length: 4 }, () => uuidv7())
    const answers = await Promise.all(
      ids.map((id, index) => put(secretary, aGrid(id, { payload: { name: `并发网格${index}` } }))),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    const { items } = await list(secretary, 'type=grid&q=并发')
    expect(new Set(items.map((item: Answer) => item.code)).size).toBe(4)
  })
})

describe('只登记为重点人员', () => {
  let test: TestApp
  let secretary: SignedIn

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
  })

  afterAll(() => test?.close())

  it('has a file and stands on the register of key persons alone', async () => {
    const { personId } = await register(test, secretary, { payload: { keyOnly: true } })
    const listed = (register: string) => send(test, secretary, 'GET', `/api/persons?register=${register}`)
    expect((await listed('cumulative')).body.items).toEqual([])
    const key = aRecord('key-person', {
      subjectId: personId,
      payload: { category: 'manufacture', measure: 'visits' },
    })
    expect((await putRecord(test, secretary, uuidv7(), key)).status).toBe(201)
    expect((await listed('key')).body.items).toMatchObject([
      { id: personId, registers: ['key'], keyCategory: 'manufacture', maskedName: '李*', status: null },
    ])
    expect((await send(test, secretary, 'GET', `/api/persons/${personId}`)).body).toMatchObject({
      key: { category: 'manufacture', measure: 'visits', verifiedOn: '2026-11-20' },
      cycles: [],
      isUnderSupport: false,
    })
    const { personId: registered } = await register(test, secretary, { identity: { name: '在册甲' } })
    expect((await listed('existing')).body.items).toMatchObject([
      { id: registered, registers: ['cumulative', 'existing'] },
    ])
  })
})
