import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { YearReminders } from '../src/modules/assessment/year-reminders.service.js'
import { DEMO_TOWN } from '../src/platform/demo-areas.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { decideByTwo } from './support/official-decisions.js'
import { send, VILLAGE_A, VILLAGE_B } from './support/records.js'
import { ReminderTown } from './support/reminder-town.js'
import { renew, type SignedIn } from './support/sign-in.js'

const YEAR = 2026
/** A Tuesday: 14 days before it is a Tuesday too, 3 days before it a Saturday. The review ends on a Friday. */
const CALENDAR = {
  asOf: '2026-11-22',
  submitBy: '2026-12-15',
  reviewBy: '2026-12-18',
  resultBy: '2027-01-20',
  publicityDays: 7,
}
const BEFORE = '本村的年度自评最晚12月15日交'
const LATE = '本村的年度自评已过期，请补交'
const notHandedIn = (count: number) => `有${count}个村的年度自评还没交`
const notReviewed = (count: number) => `有${count}个村的年度自评等镇里审核`

/** News of a step, not of a day. */
const STEPS = new Set(['有1个村交了年度自评，等镇里审核', '本村的年度自评退回了，请修改后再交'])

describe('the days of an assessment year are told', () => {
  let town: ReminderTown
  let neighbour: SignedIn

  beforeAll(async () => {
    town = await ReminderTown.create()
  })
  beforeEach(async () => {
    await town.begin()
    neighbour = await town.person('village-secretary', VILLAGE_B)
    await town.bind(town.secretary, 'o-secretary')
    await open()
  })
  afterEach(async () => {
    expect(await town.standIn.violations()).toEqual([])
  })
  afterAll(() => town.close())

  const request = async (who: SignedIn, method: 'GET' | 'PUT' | 'POST', url: string, body?: unknown) => {
    const answer = await send(town.test, renew(town.test, who), method, url, body)
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
    return answer.body
  }
  const open = (days: Partial<typeof CALENDAR> = {}) =>
    request(town.office, 'PUT', `/api/towns/${DEMO_TOWN}/assessments/${YEAR}`, { ...CALENDAR, ...days })
  const act = async (who: SignedIn, village: string, step: string, body = {}) => {
    const url = `/api/villages/${village}/assessments/${YEAR}`
    const { revision } = await request(who, 'GET', url)
    return request(who, 'POST', `${url}/${step}`, { revision, ...body })
  }
  const handIn = (who: SignedIn, village: string) => act(who, village, 'submission')
  const sendBack = (village: string) =>
    act(town.office, village, 'review', { outcome: 'returned', reason: '请补会议记录。' })
  /** What somebody was told of the days; the steps are told besides. */
  const inbox = async (who: SignedIn) => (await town.inbox(who)).filter((line) => !STEPS.has(line))
  const remind = (replica = town.test) => replica.app.get(YearReminders).run()
  const at = async (text: string) => {
    await town.at(text)
    await remind()
  }

  it('to village and town, each on its working day and once; what was handed in is asked for no more', async () => {
    await at('2026-11-30T23:50:00')
    expect(await inbox(town.secretary)).toEqual([])
    await town.at('2026-12-01T00:10:00')
    expect((await Promise.all(town.replicas.map(remind))).reduce((a, b) => a + b)).toBe(2)
    await at('2026-12-10T15:00:00')
    expect(await inbox(town.secretary)).toEqual([BEFORE])
    expect(await inbox(neighbour)).toEqual([BEFORE])
    await handIn(neighbour, VILLAGE_B)
    // The day before is the Saturday's: it is told on the Friday.
    await at('2026-12-11T09:00:00')
    await at('2026-12-15T09:00:00')
    expect(await inbox(town.secretary)).toEqual([BEFORE, BEFORE])
    expect(await inbox(town.office)).toEqual([])
    await at('2026-12-16T09:00:00')
    await at('2026-12-20T09:00:00')
    expect(await inbox(town.secretary)).toEqual([LATE, BEFORE, BEFORE])
    expect(await inbox(town.office)).toEqual([notHandedIn(1)])
    await at('2026-12-21T09:00:00')
    await at('2026-12-22T09:00:00')
    expect(await inbox(town.office)).toEqual([notReviewed(1), notHandedIn(1)])
    expect(await inbox(neighbour)).toEqual([BEFORE])
    expect(await inbox(town.worker)).toEqual([])
  })

  it('by the leased job of whichever server has it', async () => {
    await town.at('2026-12-01T00:10:00')
    await Promise.all(town.replicas.map(({ app }) => app.get(JobRunner).tick()))
    // The other jobs found what else there is to tell.
    const lines = await inbox(town.secretary)
    expect(lines.filter((line) => line.includes('年度自评'))).toEqual([BEFORE])
  })

  it('after ten days without a server only the most urgent is told, and what is long past not at all', async () => {
    await at('2026-11-30T09:00:00')
    await at('2026-12-11T09:00:00')
    expect(await inbox(town.secretary)).toEqual([BEFORE])
    await at('2026-12-21T09:00:00')
    expect(await inbox(town.secretary)).toEqual([LATE, BEFORE])
    expect(await inbox(town.office)).toEqual([notHandedIn(2)])
    await open({ submitBy: '2026-11-24', reviewBy: '2026-11-25' })
    await town.at('2027-03-01T09:00:00')
    expect(await remind()).toBe(0)
  })

  it('anew when the day is moved', async () => {
    await at('2026-12-01T09:00:00')
    await open({ submitBy: '2026-12-23', reviewBy: '2026-12-31' })
    await at('2026-12-08T09:00:00')
    await at('2026-12-09T09:00:00')
    expect(await inbox(town.secretary)).toEqual(['本村的年度自评最晚12月23日交', BEFORE])
  })

  it('to each person once: who takes office while it stands hears it too', async () => {
    await at('2026-12-01T09:00:00')
    const successor = await town.person('village-secretary', VILLAGE_A)
    await at('2026-12-02T09:00:00')
    await at('2026-12-03T09:00:00')
    expect(await inbox(successor)).toEqual([BEFORE])
    expect(await inbox(town.secretary)).toEqual([BEFORE])
  })

  it('and the office hears of nothing where all was done in time', async () => {
    await town.at('2026-12-10T09:00:00')
    await handIn(town.secretary, VILLAGE_A)
    await handIn(neighbour, VILLAGE_B)
    await at('2026-12-16T09:00:00')
    expect(await inbox(town.office)).toEqual([])
  })

  it('what the town sent back in time is to be handed in again; what it sends back later is no news', async () => {
    await town.at('2026-12-10T09:00:00')
    await handIn(town.secretary, VILLAGE_A)
    await handIn(neighbour, VILLAGE_B)
    await sendBack(VILLAGE_A)
    await at('2026-12-11T09:00:00')
    expect(await inbox(town.secretary)).toEqual([BEFORE])
    await town.at('2026-12-16T09:00:00')
    await sendBack(VILLAGE_B)
    await remind()
    expect(await inbox(town.secretary)).toEqual([LATE, BEFORE])
    expect(await inbox(neighbour)).toEqual([])
    expect(await inbox(town.office)).toEqual([notHandedIn(1)])
  })

  describe('by WeChat', () => {
    const drain = async () => {
      await town.drain()
      await town.standIn.settle()
    }

    it('in the morning of the working day', async () => {
      await town.allow(town.secretary, 'o-secretary')
      await at('2026-12-01T00:10:00')
      await drain()
      expect(await town.messages()).toEqual([])
      await town.at('2026-12-01T08:00:00')
      await drain()
      expect(await town.messages()).toEqual([BEFORE])
    })

    it('not when it was handed in before the message left', async () => {
      await town.allow(town.secretary, 'o-secretary')
      await at('2026-12-01T00:10:00')
      await town.at('2026-12-01T07:00:00')
      await handIn(town.secretary, VILLAGE_A)
      await town.at('2026-12-01T08:00:00')
      await drain()
      expect(await town.messages()).toEqual([])
      expect(await town.states()).toContain('dropped')
    })

    it('not of a day that was moved before the message left', async () => {
      await town.allow(town.secretary, 'o-secretary')
      await at('2026-12-01T00:10:00')
      await open({ submitBy: '2026-12-23', reviewBy: '2026-12-31' })
      await town.at('2026-12-01T08:00:00')
      await drain()
      expect(await town.messages()).toEqual([])
    })

    it('to the office with the count of that hour', async () => {
      await town.standIn.addUser('o-office')
      await town.bind(town.office, 'o-office')
      await town.allow(town.office, 'o-office')
      await at('2026-12-16T00:10:00')
      await handIn(neighbour, VILLAGE_B)
      await town.at('2026-12-16T08:00:00')
      await drain()
      expect(await inbox(town.office)).toEqual([notHandedIn(2)])
      expect(await town.messages()).toEqual([notHandedIn(1)])
    })
  })

  it('to villages and town the first and the last day of an appeal, each once; what was closed is told no more', async () => {
    const city = [
      await town.person('county-assessor', '441581'),
      await town.person('county-assessor', '441581'),
    ] as const
    const publish = async (who: SignedIn, village: string) => {
      await handIn(who, village)
      await act(town.office, village, 'review', { outcome: 'endorsed' })
      await decideByTwo(town.test, [renew(town.test, city[0]), renew(town.test, city[1])], village, {
        kind: 'passed',
        year: YEAR,
        on: '2026-11-25',
      })
      await act(town.office, village, 'publication')
    }
    await town.at('2026-11-25T10:00:00')
    await publish(town.secretary, VILLAGE_A)
    await publish(neighbour, VILLAGE_B)
    expect((await Promise.all(town.replicas.map(remind))).reduce((a, b) => a + b)).toBe(3)
    await at('2026-11-27T10:00:00')
    const appeals = async (who: SignedIn) =>
      (await inbox(who)).filter((line) => line.includes('公示') || line.includes('意见'))
    expect(await appeals(town.secretary)).toEqual(['年度考核已公示，意见收到12月2日'])
    expect(await appeals(town.office)).toEqual(['村里考核已公示，意见收到12月2日'])
    await at('2026-12-02T09:00:00')
    await at('2026-12-02T15:00:00')
    expect(await appeals(town.secretary)).toEqual([
      '年度考核的意见最晚今天提',
      '年度考核已公示，意见收到12月2日',
    ])
    expect(await appeals(neighbour)).toHaveLength(2)
    expect(await appeals(town.office)).toEqual([
      '有2个村的考核公示今天结束',
      '村里考核已公示，意见收到12月2日',
    ])
    expect(await appeals(town.worker)).toEqual([])
    await at('2026-12-03T09:00:00')
    await act(town.office, VILLAGE_A, 'closing')
    await at('2026-12-04T09:00:00')
    expect(await appeals(town.secretary)).toHaveLength(2)
  })
})
