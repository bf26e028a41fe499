// Villages with people who record, and persons they record about: what submissions are measured on.
import { RECORD_KINDS } from '@dfv/rules'
import { uuidv7 } from 'uuidv7'
import { AccessTokens } from '../../dist/modules/accounts/access-tokens.js'
import { AccountsService } from '../../dist/modules/accounts/accounts.service.js'
import { AppointmentsService } from '../../dist/modules/accounts/appointments.service.js'
import { SessionsRepository } from '../../dist/modules/accounts/sessions.repository.js'
import { AreasService } from '../../dist/modules/areas/areas.service.js'
import { RecordsService } from '../../dist/modules/records/records.service.js'
import { AreaScope } from '../../dist/platform/auth/area-scope.js'
import { PERMISSION_SETS } from '../../dist/platform/auth/permissions.js'
import { Clock } from '../../dist/platform/clock.js'
import { Transactions } from '../../dist/platform/database/transactions.js'
import { DEMO_TOWN } from '../../dist/platform/demo-areas.js'

const DAY_MS = 86_400_000

export const addDays = (day, days) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/**
 * An account with one appointment and a session that stands, as after signing in just now.
 * @returns {Promise<{actor: object, token: () => string}>} `token` makes one for the next ten minutes
 */
export async function signIn(services, { role, areaCode }) {
  const tx = services.get(Transactions).read
  const now = services.get(Clock).now()
  const accountId = await services.get(AccountsService).create(tx, { name: '陈示例', areaCode })
  const appointment = await services
    .get(AppointmentsService)
    .appoint(tx, { accountId, role, areaCode, from: '2023-01-01' })
  const session = { id: uuidv7(), accountId, authenticatedAt: now }
  await services.get(SessionsRepository).insert(tx, {
    ...session,
    client: 'h5',
    refreshHash: session.id,
    previousRefreshHash: null,
    rotatedAt: now,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + 30 * DAY_MS),
    revokedAt: null,
    revokedFor: null,
  })
  return {
    actor: {
      accountId,
      sessionId: session.id,
      appointmentId: appointment.id,
      role,
      areaCode,
      subjectId: null,
      scope: AreaScope.of(areaCode),
      permissions: PERMISSION_SETS[role],
      authenticatedAt: now,
    },
    token: () => services.get(AccessTokens).issue(session, [appointment]).accessToken,
  }
}

/**
 * So many villages of the demo town, which alone may be written to, each with a case worker and so many persons under
 * support since last year. Those that an earlier run registered are there already; what it recorded of them is forgotten.
 * @returns {Promise<{areaCode: string, worker: object, persons: string[]}[]>}
 */
export async function makeVillages(services, { villages, persons }) {
  const tx = services.get(Transactions).read
  const records = services.get(RecordsService)
  const today = services.get(Clock).today()
  const startOn = `${Number(today.slice(0, 4)) - 1}-01-01`
  await forgetWorkdays(tx)
  const town = []
  const makeVillage = async (at) => {
    const areaCode = `${DEMO_TOWN}${300 + at}`
    await services
      .get(AreasService)
      .upsert(tx, { code: areaCode, name: `示范村${300 + at}`, isDemo: true, startOn })
    const worker = await signIn(services, { role: 'case-worker', areaCode })
    const submit = (kind, subjectId, payload, identity) =>
      records.submit(worker.actor, uuidv7(), {
        kind,
        schemaVersion: RECORD_KINDS[kind].version,
        areaCode,
        subjectId,
        revision: 1,
        occurredOn: startOn,
        payload: { [RECORD_KINDS[kind].dateField]: startOn, ...payload },
        ...(identity && { identity }),
      })
    const known = await tx.query(`SELECT id FROM subject WHERE area_code = ? AND type = 'person'`, [areaCode])
    const ids = known.map(({ id }) => id)
    for (let nth = ids.length; nth < persons; nth++) {
      const id = uuidv7()
      await submit(
        'person-registration',
        id,
        { gender: 'male', birthYear: 1970 + (nth % 30), residence: 'local' },
        { name: `示例${uuidv7().slice(-6)}` },
      )
      await submit('person-status', id, { status: 'community-rehabilitation', presence: 'at-home' })
      ids.push(id)
    }
    town.push({ areaCode, worker, persons: ids })
  }
  const waiting = Array.from({ length: villages }, (_, at) => at)
  const hand = async () => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) await makeVillage(at)
  }
  await Promise.all(Array.from({ length: 4 }, hand))
  return town
}

const WORK_KINDS = ['talk', 'urine-test', 'publicity-activity']

async function forgetWorkdays(tx) {
  const old = `r.kind IN (${WORK_KINDS.map((kind) => `'${kind}'`)})`
  await tx.query(`DELETE v FROM record_revision v JOIN record r ON r.id = v.record_id WHERE ${old}`)
  await tx.query(`DELETE r FROM record r WHERE ${old}`)
  for (const table of ['audit_entry', 'outbox_event']) await tx.query(`TRUNCATE ${table}`)
}

/**
 * What a working day brings, by turns: a talk and a test with a person, and two activities of the village.
 * @returns {{areaCode: string, worker: object, id: string, record: object}[]}
 */
export function workday(town, count, today) {
  const sent = []
  for (let nth = 0; nth < count; nth++) {
    const { areaCode, worker, persons } = town[nth % town.length]
    const round = Math.floor(nth / town.length)
    const person = persons[Math.floor(round / 2) % persons.length]
    const occurredOn = addDays(today, -(round % 60))
    const [kind, subjectId, payload] = WORK[(nth + round) % WORK.length](person, areaCode)
    sent.push({
      areaCode,
      worker,
      id: uuidv7(),
      record: {
        kind,
        schemaVersion: RECORD_KINDS[kind].version,
        areaCode,
        subjectId,
        revision: 1,
        occurredOn,
        payload: { occurredOn, ...payload },
        deviceTime: new Date().toISOString(),
      },
    })
  }
  return sent
}

const WORK = [
  (person) => [
    'talk',
    person,
    {
      place: 'home',
      found: 'yes',
      visitors: ['me', 'partner'],
      note: '近来在镇上做工，家里老人身体还好，答应下月按时来检测。',
    },
  ],
  (_, areaCode) => [
    'publicity-activity',
    areaCode,
    { form: 'leaflets', place: '村委会广场', attendance: 35 },
  ],
  (person) => [
    'urine-test',
    person,
    { place: 'station', basis: 'required', result: 'negative', collector: ['me'] },
  ],
  (_, areaCode) => ['publicity-activity', areaCode, { form: 'lecture', place: '祠堂', attendance: 60 }],
]
