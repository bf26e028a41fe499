import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CredentialsService } from '../src/modules/accounts/credentials.service.js'
import { AttemptWriter } from '../src/modules/quizzes/attempt-writer.js'
import { DEMO_TOWN } from '../src/platform/demo-areas.js'
import { createTestApp, type TestApp } from './support/app.js'
import { makeAreas, register, send, VILLAGE_A } from './support/records.js'
import { type SignedIn, signIn } from './support/sign-in.js'

const COUNTY = '441581'

describe('a person’s rights over his own data', () => {
  let test: TestApp
  let resident: SignedIn
  let office: SignedIn
  let otherOffice: SignedIn
  let county: SignedIn

  const write = (who: SignedIn, id: string, over: object = {}) =>
    send(test, who, 'PUT', `/api/me/feedback/${id}`, {
      areaCode: DEMO_TOWN,
      kind: 'complaint',
      text: '我家门口的展板倒了半个月没人管',
      ...over,
    })
  const inbox = async (who: SignedIn): Promise<string[]> =>
    (await send(test, who, 'GET', '/api/inbox')).body.items.map(({ text }: { text: string }) => text)

  beforeAll(async () => {
    test = await createTestApp()
    await makeAreas(test)
    resident = await signIn(test, { name: '群众' })
    office = await signIn(test, { name: '张主任', role: 'town-office', areaCode: DEMO_TOWN })
    otherOffice = await signIn(test, { name: '郑主任', role: 'town-office', areaCode: '441581105' })
    county = await signIn(test, { name: '县办', role: 'county-office', areaCode: COUNTY })
  })
  afterAll(() => test.close())

  it('a complaint reaches the office it is for, is answered, and the writer is told', async () => {
    const id = uuidv7()
    expect(await write(resident, id)).toMatchObject({ status: 200, body: { state: 'open', answer: null } })
    expect(await inbox(office)).toEqual(['有群众写来的意见要答复'])
    const { body } = await send(test, office, 'GET', '/api/feedback')
    expect(body.items).toMatchObject([{ id, kind: 'complaint', text: '我家门口的展板倒了半个月没人管' }])
    const answered = await send(test, office, 'POST', `/api/feedback/${id}/answer`, {
      text: '今天已经派人重新立好，谢谢提醒。',
    })
    expect(answered).toMatchObject({ status: 200, body: { state: 'answered' } })
    expect(await inbox(resident)).toEqual(['您写的意见有答复了'])
    const mine = await send(test, resident, 'GET', '/api/me/feedback')
    expect(mine.body.items).toMatchObject([
      { id, office: '示范镇禁毒办', answer: '今天已经派人重新立好，谢谢提醒。' },
    ])
    expect((await send(test, office, 'GET', '/api/feedback')).body.items).toEqual([])
    const again = await send(test, office, 'POST', `/api/feedback/${id}/answer`, { text: '再答一次看看' })
    expect(again).toMatchObject({ status: 409, body: { code: 'FEEDBACK_ANSWERED' } })
  })

  it('whoever is not content with the town writes to the county, and the town does not read it', async () => {
    const id = uuidv7()
    await write(resident, id, { areaCode: COUNTY, text: '镇里的答复我不满意，请市里看看' })
    expect((await send(test, county, 'GET', '/api/feedback')).body.items).toMatchObject([{ id }])
    expect((await send(test, office, 'GET', '/api/feedback')).body.items).toEqual([])
    const meddling = await send(test, office, 'POST', `/api/feedback/${id}/answer`, {
      text: '我来替市里答复',
    })
    expect(meddling.status).toBe(404)
  })

  it('another town, a villager and a cadre read nobody’s letters', async () => {
    const id = uuidv7()
    await write(resident, id)
    expect((await send(test, otherOffice, 'GET', '/api/feedback')).body.items).toEqual([])
    const secretary = await signIn(test, { name: '王书记', role: 'village-secretary', areaCode: VILLAGE_A })
    for (const who of [resident, secretary])
      expect((await send(test, who, 'GET', '/api/feedback')).status).toBe(403)
    expect((await send(test, secretary, 'GET', '/api/me/feedback')).body.items).toEqual([])
    // Trying another's id tells nothing: it answers as for an id that is not there.
    expect((await write(secretary, id)).status).toBe(404)
  })

  it('a letter sent twice is one letter, and ten a day are enough', async () => {
    const writer = await signIn(test, { name: '群众' })
    const id = uuidv7()
    await write(writer, id)
    await write(writer, id)
    expect((await send(test, writer, 'GET', '/api/me/feedback')).body.items).toHaveLength(1)
    for (let more = 1; more < 10; more++) await write(writer, uuidv7())
    expect(await write(writer, uuidv7())).toMatchObject({ status: 429, body: { code: 'FEEDBACK_TOO_MANY' } })
    // What was received before is still answered as received.
    expect((await write(writer, id)).status).toBe(200)
  })

  it('letters stand sealed in the database; opening them is in the trail, without their words', async () => {
    const rows = await test.database.dataSource.query('SELECT text_sealed, answer_sealed FROM feedback')
    expect(JSON.stringify(rows.map(String))).not.toContain('展板')
    for (const row of rows) expect(row.text_sealed.includes(Buffer.from('展板'))).toBe(false)
    const trail = await test.database.dataSource.query(
      `SELECT action, details FROM audit_entry WHERE action LIKE 'feedback.%'`,
    )
    expect(trail.map(({ action }: { action: string }) => action)).toContain('feedback.read')
    expect(JSON.stringify(trail)).not.toContain('展板')
  })

  it('shows what is stored of me as a user, and nothing of anybody’s file', async () => {
    const secretary = await signIn(test, { name: '陈书记', role: 'village-secretary', areaCode: VILLAGE_A })
    // The person on the register has the very phone number under which he signs in.
    await register(test, secretary, { identity: { name: '许某某', phone: '13800001111' } })
    const { body } = await send(test, resident, 'GET', '/api/me/data')
    expect(body).toMatchObject({
      account: { name: '群众', phone: null, hasWechat: false },
      appointments: [],
      quizzes: [],
      pledges: [],
      letters: 3,
    })
    expect(JSON.stringify(body)).not.toContain('许某某')
  })

  it('shows nobody what another has answered, or which WeChat is his', async () => {
    const other = await signIn(test, { name: '另一个人' })
    const at = test.clock.now()
    await test.app.get(AttemptWriter, { strict: false }).add({
      id: uuidv7(),
      paperId: uuidv7(),
      areaCode: VILLAGE_A,
      audience: 'resident',
      channel: 'self',
      accountId: other.accountId,
      year: 2026,
      score: 90,
      correct: 9,
      total: 10,
      isAware: true,
      invalidReason: null,
      issuedAt: at,
      startedAt: at,
      submittedAt: at,
      answers: '{}',
      askedBy: null,
      deviceHash: null,
    })
    const { manager } = test.database.dataSource
    await test.app.get(CredentialsService, { strict: false }).add(manager, other.accountId, 'o-other')
    const { body: mine } = await send(test, resident, 'GET', '/api/me/data')
    expect(mine).toMatchObject({ account: { hasWechat: false }, quizzes: [] })
    const { body: his } = await send(test, other, 'GET', '/api/me/data')
    expect(his).toMatchObject({ account: { hasWechat: true }, quizzes: [{ score: 90 }] })
  })

  it('lets a villager correct his name; a cadre’s is corrected by the office', async () => {
    const villager = await signIn(test, { name: '群众' })
    expect((await send(test, villager, 'PUT' as never, '/api/me/name', { name: '林阿婆' })).status).toBe(204)
    expect((await send(test, villager, 'GET', '/api/me/data')).body.account.name).toBe('林阿婆')
    const denied = await send(test, office, 'PUT', '/api/me/name', { name: '别的名' })
    expect(denied).toMatchObject({ status: 409, body: { code: 'ACCOUNT_NAME_BY_OFFICE' } })
  })

  it('closes an account: nobody can read who it was, and it signs in no more', async () => {
    const leaver = await signIn(test, { name: '群众' })
    const { manager } = test.database.dataSource
    await test.app.get(CredentialsService, { strict: false }).add(manager, leaver.accountId, 'o-leaver')
    await send(test, leaver, 'PUT', '/api/me/name', { name: '要走的人' })
    await write(leaver, uuidv7(), { text: '我写过一封信，注销后请抹去' })
    expect((await send(test, leaver, 'POST', '/api/me/close')).status).toBe(204)
    expect((await send(test, leaver, 'GET', '/api/me/data')).status).toBe(401)
    expect(
      await test.app.get(CredentialsService, { strict: false }).accountOf(manager, 'o-leaver'),
    ).toBeNull()
    const [row] = await test.database.dataSource.query('SELECT * FROM account WHERE id = ?', [
      leaver.accountId,
    ])
    expect(row).toMatchObject({ state: 'closed', phone_index: null, phone_sealed: null })
    expect(row.wrapped_key).toHaveLength(0)
    const letters = (await send(test, office, 'GET', '/api/feedback')).body.items as { text: string }[]
    expect(letters.some(({ text }) => text.includes('写过一封信'))).toBe(false)
    expect(letters.some(({ text }) => text.includes('内容已抹去'))).toBe(true)
  })

  it('a cadre first hands in his office, and nobody closes an account with an unlocked phone he found', async () => {
    expect(await send(test, office, 'POST', '/api/me/close')).toMatchObject({
      status: 409,
      body: { code: 'ACCOUNT_IN_OFFICE' },
    })
    const villager = await signIn(test, { name: '群众' })
    test.clock.advance(6 * 60_000)
    expect(await send(test, villager, 'POST', '/api/me/close')).toMatchObject({
      status: 403,
      body: { code: 'RECHECK_REQUIRED' },
    })
  })
})
