import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { InboxService } from '../src/modules/reminders/inbox.service.js'
import { JobRunner } from '../src/platform/outbox/job-runner.js'
import { ReminderTown } from './support/reminder-town.js'

describe('inbox and settings', () => {
  let town: ReminderTown

  beforeAll(async () => {
    town = await ReminderTown.create()
  })

  beforeEach(() => town.begin())

  afterEach(async () => {
    expect(await town.standIn.violations()).toEqual([])
  })

  afterAll(() => town.close())

  describe('the phone', () => {
    const UNKNOWN_ID = '01999999-9999-7999-8999-999999999999'

    it('counts every kind of yes, no kind of no, and one report once', async () => {
      expect((await town.tap(town.worker, 'acceptWithAlert', UNKNOWN_ID)).body.credits[0].remaining).toBe(1)
      expect((await town.tap(town.worker, 'acceptWithAlert', UNKNOWN_ID)).body.credits[0].remaining).toBe(1)
      for (const no of ['reject', 'ban', 'filter'])
        expect((await town.tap(town.worker, no)).body.credits[0].remaining).toBe(1)
      expect((await town.tap(town.worker)).body).toEqual({
        credits: [{ templateKey: 'work-reminder', remaining: 2 }],
        templates: [
          { key: 'work-reminder', templateId: town.standIn.templateId, title: '工作提醒', kind: 'one-time' },
        ],
        sendingHours: { from: '08:00', to: '21:00' },
        workingDays: { year: '2026', source: expect.stringContaining('国办发明电〔2025〕7号') },
        forecast: { dueThisMonth: 0 },
        kinds: [],
        deliveries: [],
      })
      expect(await town.remaining(town.secretary)).toBe(0)
    })

    it.each([
      ['no results', { results: [] }],
      [
        'four templates',
        { results: Array.from({ length: 4 }, () => ({ templateId: 't', result: 'accept' })) },
      ],
      ['an unknown template', { results: [{ templateId: 'unknown', result: 'accept' }] }],
      ['a number', { results: [{ templateId: 7, result: 'accept' }] }],
      ['an id that is none', { id: 'x', results: [{ templateId: 't', result: 'accept' }] }],
    ])('refuses %s in words', async (_, body) => {
      const answer = await town.send(town.worker, 'POST', '/api/reminders/credits', body)
      expect(answer.status).toBe(422)
      expect(answer.body).toMatchObject({ code: 'INVALID', title: expect.stringMatching(/\p{Script=Han}/u) })
      expect(await town.remaining(town.worker)).toBe(0)
    })

    it('reads, page by page, and only its own', async () => {
      for (let no = 1; no <= 31; no++)
        await town.tell({
          dedupeKey: `news-${no}`,
          key: 'pledge.sealed',
          target: `pledge/${no}`,
          message: false,
        })
      const first = (await town.send(town.worker, 'GET', '/api/inbox')).body
      expect(first.items).toHaveLength(30)
      expect(first).toMatchObject({ unread: 31 })
      expect(first.items[0]).toMatchObject({ text: '您签的文件已封存', target: 'pledge/31', readAt: null })
      const second = (await town.send(town.worker, 'GET', `/api/inbox?cursor=${first.nextCursor}`)).body
      expect(second).toMatchObject({ items: [{ target: 'pledge/1' }], nextCursor: null })

      const [{ id }] = first.items
      expect((await town.send(town.secretary, 'POST', `/api/inbox/${id}/read`, {})).status).toBe(404)
      expect((await town.send(town.worker, 'POST', `/api/inbox/${id}/read`, {})).status).toBe(204)
      expect((await town.send(town.worker, 'POST', `/api/inbox/${id}/read`, {})).status).toBe(204)
      expect((await town.send(town.worker, 'GET', '/api/inbox')).body.unread).toBe(30)
      expect((await town.send(town.worker, 'POST', '/api/inbox/read-all')).status).toBe(204)
      expect((await town.send(town.worker, 'GET', '/api/inbox')).body.unread).toBe(0)
      expect((await town.send(town.secretary, 'GET', '/api/inbox')).body).toMatchObject({
        unread: 0,
        items: [],
      })
    })

    it('is asked to sign in, and told what is wrong with an id', async () => {
      expect((await town.send(undefined, 'GET', '/api/inbox')).status).toBe(401)
      expect((await town.send(undefined, 'POST', '/api/reminders/credits', {})).status).toBe(401)
      expect((await town.send(town.worker, 'POST', '/api/inbox/1/read', {})).status).toBe(422)
      expect((await town.send(town.worker, 'POST', `/api/inbox/${UNKNOWN_ID}/read`, {})).status).toBe(404)
      expect((await town.send(town.worker, 'GET', '/api/inbox?cursor=1')).status).toBe(422)
    })

    it('finds messages for 90 days', async () => {
      await town.duties({})
      await town.run()
      // The session has ended by then; the inbox has not.
      const texts = async () => {
        const { items } = await town.test.app.get(InboxService).list(town.worker.actor, undefined)
        return items.map(({ text }) => text)
      }
      await town.at('2027-02-20T09:00:00')
      expect(await texts()).toEqual(['您有1项工作将于2026年11月30日到期'])
      await town.at('2027-02-22T09:00:00')
      expect(await texts()).toEqual([])
      await town.test.app.get(JobRunner).tick()
      const kept = await town.tx.query(`SELECT id FROM notification WHERE created_at < '2026-11-24'`)
      expect(kept).toEqual([])
    })
  })
})
