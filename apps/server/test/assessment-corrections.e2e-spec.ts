import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { AppointmentsService } from '../src/modules/accounts/appointments.service.js'
import { AreasService } from '../src/modules/areas/areas.service.js'
import { Freezer } from '../src/modules/assessment/freezer.js'
import { LiveJudgement } from '../src/modules/assessment/live-judgement.js'
import { YearPapers } from '../src/modules/assessment/year-papers.service.js'
import { AssessmentTown, TOWN, YEAR } from './support/assessment-town.js'
import { type Answer, send, VILLAGE_A } from './support/records.js'
import { renew, type SignedIn } from './support/sign-in.js'

describe('一年里改了又改 — 四(二)', () => {
  let year: AssessmentTown

  beforeAll(async () => {
    year = await AssessmentTown.create()
    await year.work()
    await year.open()
  })
  afterAll(() => year.close())

  /** The secretary in a second post of his, at the town office. */
  const secretaryInTown = async (): Promise<SignedIn> => {
    const { accountId } = year.secretary
    const post = await year.test.app.get(AppointmentsService).appoint(year.test.database.dataSource.manager, {
      accountId,
      role: 'town-office',
      areaCode: TOWN,
      from: '2026-01-01',
    })
    const { headers, ...rest } = renew(year.test, year.secretary)
    return { ...rest, headers: { ...headers, 'x-appointment': post.id } as SignedIn['headers'] }
  }
  /** Without reading the year first. */
  const handIn = (revision: number) =>
    send(year.test, year.secretary, 'POST', `/api/villages/${VILLAGE_A}/assessments/${YEAR}/submission`, {
      revision,
    })
  const endorsed = { outcome: 'endorsed' }
  const freezesOf = async () => (await year.get(year.town)).body.freezes

  it('is handed in as it was judged, outside any lock; what arrives meanwhile is seen first', async () => {
    const live = year.test.app.get(LiveJudgement, { strict: false })
    const judge = live.ofVillage.bind(live)
    const heldLocks: boolean[] = []
    const revision = await year.revision()
    const meanwhile = vi.spyOn(live, 'ofVillage').mockImplementationOnce(async (tx, ...asked) => {
      heldLocks.push(tx.queryRunner?.isTransactionActive === true)
      const judged = await judge(tx, ...asked)
      await year.activities()
      return judged
    })
    expect((await handIn(revision)).body.code).toBe('ASSESSMENT_CHANGED')
    expect(heldLocks).toEqual([false])
    meanwhile.mockRestore()
    expect((await year.act(year.secretary, 'submission')).status).toBe(200)
  })

  it('is judged once for a paper', async () => {
    const { app, database } = year.test
    const village = await app.get(AreasService).find(database.dataSource.manager, VILLAGE_A)
    const judged = vi.spyOn(app.get(LiveJudgement, { strict: false }), 'ofVillage')
    const paper = await app.get(YearPapers, { strict: false }).of(village!, YEAR, `${YEAR}-12-31`)
    expect(judged).toHaveBeenCalledTimes(1)
    judged.mockRestore()
    expect(paper.view).toMatchObject({ source: 'live', points: paper.assessment.points })
  })

  it('is not endorsed before the last day that is judged has come, when the calendar was moved meanwhile', async () => {
    await year.open({ asOf: '2026-11-28' })
    expect((await year.act(year.town, 'review', endorsed)).body).toMatchObject({
      code: 'ASSESSMENT_TOO_EARLY',
      title: expect.stringContaining('2026-11-28'),
    })
    expect(await freezesOf()).toEqual([])
    await year.open()
  })

  it('freezes by the calendar as it stands, never by one that was moved while it was judged', async () => {
    const freezer = year.test.app.get(Freezer, { strict: false })
    const judge = freezer.judge.bind(freezer)
    const meanwhile = vi.spyOn(freezer, 'judge').mockImplementationOnce(async (...asked) => {
      const frost = await judge(...asked)
      await year.open({ asOf: '2026-11-21' })
      return frost
    })
    expect((await year.act(year.town, 'review', endorsed)).body.code).toBe('ASSESSMENT_CHANGED')
    meanwhile.mockRestore()
    expect(await freezesOf()).toEqual([])
    await year.open()
  })

  it('keeps what was changed when one of the changes is corrected', async () => {
    const changes = [
      { item: 'A1.group', points: 300, reason: '纸质文件核对无误，缺一名成员。' },
      { item: 'A1.meetings', points: 200, reason: '会议记录缺一次签到。' },
    ]
    const before = (await year.act(year.town, 'review', { ...endorsed, changes })).body
    const standing: Answer[] = before.items.flatMap(({ change }: Answer) => change ?? [])
    expect(standing).toEqual(changes)
    const corrected = standing.map((one) =>
      one.item === 'A1.meetings' ? { ...one, points: 300, reason: '签到表后来补来了。' } : one,
    )
    const { body } = await year.act(year.otherTown, 'correction', {
      reason: '会议的分改错了。',
      document: '博禁办〔示例〕3号',
      changes: corrected,
    })
    expect(body.items.flatMap(({ change }: Answer) => change ?? [])).toEqual(corrected)
    expect(body.points).toBe(before.points + 100)
  })

  it('is not corrected by whoever handed it in', async () => {
    const own = await secretaryInTown()
    const correction = { reason: '想给自己加几分。', document: '博禁办〔示例〕4号' }
    expect((await year.act(own, 'correction', correction)).body.code).toBe('ASSESSMENT_OWN')
    expect(await freezesOf()).toHaveLength(2)
  })

  it('draws once more only for a reason, which stands beside the seed', async () => {
    const draw = (body: Record<string, unknown>, id = uuidv7()) =>
      send(year.test, year.town, 'POST', `/api/towns/${TOWN}/assessments/${YEAR}/spot-checks/${id}`, body)
    const checksOf = ({ body }: Answer) => body.towns[0].spotChecks
    const first = uuidv7()
    expect(checksOf(await draw({ count: 1 }, first))).toMatchObject([{ id: first, reason: null }])
    const bare = await draw({ count: 1 })
    expect(bare.status).toBe(422)
    expect(bare.body.errors).toMatchObject([{ path: 'reason', text: expect.stringContaining('再抽') }])
    const reason = '第一次抽到的村正在搬迁，看不到现场。'
    const second = uuidv7()
    const both = await Promise.all([1, 2].map(() => draw({ count: 1, reason }, second)))
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const checks = checksOf(both[0])
    expect(checks).toEqual(checksOf(both[1]))
    expect(checks).toMatchObject([{ id: first }, { id: second, reason }])
    expect(checksOf(await draw({ count: 1 }, second))).toEqual(checks)
  })

  it('draws first without a reason only once, however many ask at the same time', async () => {
    await year.test.database.dataSource.query('DELETE FROM spot_check')
    const draws = await Promise.all(
      [1, 2, 3].map(() =>
        send(year.test, year.town, 'POST', `/api/towns/${TOWN}/assessments/${YEAR}/spot-checks/${uuidv7()}`, {
          count: 1,
        }),
      ),
    )
    expect(draws.map(({ status }) => status).sort()).toEqual([200, 422, 422])
  })
})
