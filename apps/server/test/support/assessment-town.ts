import { uuidv7 } from 'uuidv7'
import { createTestApp, type TestApp } from './app.js'
import { confirm, enter } from './official-decisions.js'
import {
  type Answer,
  anActivity,
  aRecord,
  makeAreas,
  putRecord,
  register,
  send,
  VILLAGE_A,
  VILLAGE_B,
} from './records.js'
import { type SignedIn, signIn } from './sign-in.js'

export const COUNTY = VILLAGE_A.slice(0, 6)
export const TOWN = VILLAGE_A.slice(0, 9)
export const YEAR = 2026

/** The calendar of the example: judged to the day before the tests' own. */
export const CALENDAR = {
  asOf: '2026-11-22',
  submitBy: '2026-11-30',
  reviewBy: '2026-12-10',
  resultBy: '2026-12-20',
  publicityDays: 7,
}

type Reply = Promise<{ status: number; body: Answer }>

/** Two villages in their assessment year, with everybody who has a part in it. */
export class AssessmentTown {
  private constructor(
    readonly test: TestApp,
    readonly secretary: SignedIn,
    readonly neighbour: SignedIn,
    readonly town: SignedIn,
    readonly otherTown: SignedIn,
    readonly county: SignedIn,
    readonly assessor: SignedIn,
    readonly secondAssessor: SignedIn,
  ) {}

  static async create(settings: Record<string, string> = {}): Promise<AssessmentTown> {
    const test = await createTestApp(settings)
    await makeAreas(test)
    const person = (name: string, role: Parameters<typeof signIn>[1]['role'], areaCode: string) =>
      signIn(test, { name, role, areaCode })
    return new AssessmentTown(
      test,
      await person('陈书记', 'village-secretary', VILLAGE_A),
      await person('黄书记', 'village-secretary', VILLAGE_B),
      await person('王镇办', 'town-office', TOWN),
      await person('何副主任', 'town-office', TOWN),
      await person('市办', 'county-office', COUNTY),
      await person('郭考核', 'county-assessor', COUNTY),
      await person('温复核', 'county-assessor', COUNTY),
    )
  }

  close(): Promise<void> {
    return this.test.close()
  }

  /** Some work on file, and a person. */
  async work(): Promise<void> {
    const { test, secretary } = this
    await register(test, secretary)
    await this.activities()
    const meeting = aRecord('meeting', {
      occurredOn: '2026-11-05',
      payload: { chair: 'secretary', topics: '部署禁毒工作', attendance: 12 },
    })
    await putRecord(test, secretary, uuidv7(), meeting)
    await putRecord(
      test,
      secretary,
      uuidv7(),
      aRecord('funds', { occurredOn: '2026-03-01', payload: { year: YEAR, yuan: 20_000, source: 'town' } }),
    )
  }

  async activities(): Promise<void> {
    for (const occurredOn of ['2026-11-03', '2026-11-09', '2026-11-15', '2026-11-20'])
      await putRecord(this.test, this.secretary, uuidv7(), anActivity({ occurredOn }))
  }

  open(calendar: Partial<typeof CALENDAR> = {}, who = this.town): Reply {
    return send(this.test, who, 'PUT', `/api/towns/${TOWN}/assessments/${YEAR}`, { ...CALENDAR, ...calendar })
  }

  list(who: SignedIn, query = ''): Reply {
    return send(this.test, who, 'GET', `/api/assessments${query}`)
  }

  get(who: SignedIn, village = VILLAGE_A): Reply {
    return send(this.test, who, 'GET', `/api/villages/${village}/assessments/${YEAR}`)
  }

  async revision(village = VILLAGE_A): Promise<number> {
    return (await this.get(this.town, village)).body.revision
  }

  claim(claims: unknown[], revision: number, who = this.secretary): Reply {
    return send(this.test, who, 'PUT', `/api/villages/${VILLAGE_A}/assessments/${YEAR}/claims`, {
      revision,
      claims,
    })
  }

  /** Of the year as it stands, unless a body says otherwise. */
  async act(who: SignedIn, step: string, body: Record<string, unknown> = {}, village = VILLAGE_A): Reply {
    return send(this.test, who, 'POST', `/api/villages/${village}/assessments/${YEAR}/${step}`, {
      revision: await this.revision(village),
      ...body,
    })
  }

  appeal(who: SignedIn, body: Record<string, unknown>, id = uuidv7()): Reply {
    return send(this.test, who, 'PUT', `/api/villages/${VILLAGE_A}/assessments/${YEAR}/appeals/${id}`, body)
  }

  decide(who: SignedIn, id: string, body: Record<string, unknown>): Reply {
    return send(
      this.test,
      who,
      'POST',
      `/api/villages/${VILLAGE_A}/assessments/${YEAR}/appeals/${id}/decision`,
      body,
    )
  }

  enterResult(kind: string, id: string): Reply {
    const decision = { kind, year: YEAR, on: '2026-11-23', document: '陆禁毒〔示例〕8号' }
    return enter(this.test, this.assessor, VILLAGE_A, decision, id)
  }

  confirmResult(id: string): Reply {
    return confirm(this.test, this.secondAssessor, VILLAGE_A, id)
  }

  publicity(): Reply {
    return send(this.test, undefined, 'GET', `/api/public/villages/${VILLAGE_A}/assessments`)
  }

  at(day: string): void {
    this.test.clock.set(`${day}T06:00:00.000Z`)
  }
}
