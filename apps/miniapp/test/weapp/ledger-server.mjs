// The server as a phone sees it: sessions, one village's ledger, and records that are stored once. A test breaks it.
import { ledger, signedIn, VILLAGE } from './village.mjs'

const [APPOINTMENT] = signedIn.appointments
const COLLEAGUE = {
  account: { id: 'account-2', name: '黄××' },
  appointments: [{ ...APPOINTMENT, id: 'appointment-2', role: 'village-secretary' }],
  activeId: 'appointment-2',
  refreshToken: 'refresh-2',
}
const PEOPLE = [signedIn, COLLEAGUE]
const NOT_FOUND = { statusCode: 404, data: { status: 404, code: 'NOT_FOUND', title: '没有找到' } }
const refusal = (status, code, title = '') => ({ statusCode: status, data: { status, code, title } })

/** Content of a request, without what may differ when it is sent again. */
const said = ({ deviceTime: _, dutyId: __, ...record }) => JSON.stringify(record)

export function createLedgerServer() {
  /** By `id.revision`. */
  const stored = new Map()
  /** Access token → whose it is. */
  const tokens = new Map()
  const successions = new Map()
  const server = {
    stored,
    /** Batches that arrived. */
    batches: 0,
    /** What becomes of the next batches, in order: each gets the records and how to store them, and gives the answer. */
    faults: [],
    /** What is wrong with a record, if anything. */
    faultOf: () => undefined,
    /** Ends an appointment; the same account goes on as village secretary. */
    succeed: (ended, next) => void successions.set(ended, next),
    refusesRefresh: false,
    expireTokens: () => tokens.clear(),
    /** How often a record with this place was stored, and by whom. */
    storedAt: (place) => [...stored.values()].filter(({ record }) => record.payload.place === place),
    request,
  }
  let issued = 0

  const sessionOf = (person) => {
    issued += 1
    tokens.set(`access-${issued}`, person)
    const appointments = person.appointments.map((one) =>
      successions.has(one.id) ? { ...one, id: successions.get(one.id), role: 'village-secretary' } : one,
    )
    return { ...person, appointments, accessToken: `access-${issued}`, expiresAt: '2099-01-01T00:00:00.000Z' }
  }
  const received = (record) => ({
    ...record,
    receivedAt: new Date().toISOString(),
    reviewState: 'accepted',
    receiptNo: `R-${record.id.slice(-4)}`,
  })
  const storeOne = (record, accountId) => {
    const errors = server.faultOf(record)
    if (errors)
      return {
        id: record.id,
        status: 422,
        problem: { status: 422, code: 'INVALID', title: '有1处要改', errors },
      }
    const key = `${record.id}.${record.revision}`
    const known = stored.get(key)
    if (known && said(known.record) !== said(record))
      return { id: record.id, status: 409, problem: { status: 409, code: 'RECORD_CONFLICT', title: '' } }
    if (!known) stored.set(key, { record, accountId })
    return { id: record.id, status: known ? 200 : 201, record: received(record) }
  }

  function answer({ pathname, method, data, token }) {
    const body = typeof data === 'string' && data !== '' ? JSON.parse(data) : {}
    if (pathname.endsWith('/api/app-config'))
      return { data: { mode: 'demo', now: new Date().toISOString(), hotline: {}, wechatTemplates: [] } }
    if (pathname.endsWith('/demo/accounts'))
      return {
        data: {
          items: PEOPLE.map(({ account, appointments: [{ role }] }) => ({
            accountId: account.id,
            name: account.name,
            role,
            roleLabel: role,
            areaName: '示范村A',
            story: '',
          })),
        },
      }
    if (pathname.endsWith('/demo/session'))
      return { data: sessionOf(PEOPLE.find(({ account }) => account.id === body.accountId)) }
    if (pathname.endsWith('/session/refresh')) {
      const person = PEOPLE.find(({ refreshToken }) => refreshToken === body.refreshToken)
      return person && !server.refusesRefresh ? { data: sessionOf(person) } : refusal(401, 'SIGN_IN_REQUIRED')
    }
    const person = tokens.get(token)
    if (!person) return refusal(401, 'SIGN_IN_REQUIRED')
    if (pathname.endsWith('/session') && method === 'DELETE') return { statusCode: 204, data: '' }
    if (pathname.endsWith(`/ledger/${VILLAGE}`)) return { data: ledger }
    if (pathname.endsWith('/colleagues')) return { data: { items: [] } }
    if (pathname.endsWith('/records/batch')) {
      server.batches += 1
      const store = (records) => records.map((record) => storeOne(record, person.account.id))
      const fault = server.faults.shift()
      return fault ? fault(body.records, store) : { data: { results: store(body.records) } }
    }
    return NOT_FOUND
  }

  function request({ url, method, data, header }) {
    const { pathname } = new URL(url)
    const token = String(header?.Authorization ?? '').replace('Bearer ', '')
    const appointment = header?.['X-Appointment']
    if (tokens.has(token) && successions.has(appointment))
      return refusal(403, 'APPOINTMENT_NOT_YOURS', '这个身份已经结束或不是您的，请在“我的”里重新选择身份。')
    const given = answer({ pathname, method, data, token })
    const dated = (one) => one && { ...one, header: { date: new Date().toUTCString(), ...one.header } }
    return given instanceof Promise ? given.then(dated) : dated(given)
  }
  return server
}
