import { uuidv7 } from 'uuidv7'
import { sha256 } from '../../src/platform/crypto/sealer.js'
import { XLSX_TYPE } from '../../src/platform/http/workbook-bodies.js'
import { handwriting } from '../support/handwriting.js'
import { anActivity, aRecord, aTalk } from '../support/records.js'
import type { Unit } from './areas.js'
import type { Thing, ThingKind } from './things.js'

export type Ask = { url: string; payload?: unknown; headers?: Record<string, string> }
/** The village of whoever asks, and what there is in it. */
export type Home = { unit: Unit; first: (kind: ThingKind) => Thing }

/**
 * One way to ask a route for something. What it may answer when the thing is not the asker's:
 * `same` — to the byte what it answers for a thing that does not exist;
 * `silent` — whatever it likes, as long as nothing of another's stands in it;
 * a bare problem — the id was made by a phone and is taken, so that much can be learnt, and nothing else.
 */
export type Probe = {
  kinds: readonly ThingKind[]
  /** @param newId for what the request makes */
  ask: (id: string, home: Home, newId: string) => Ask
  answer: 'same' | 'silent' | { status: number; code: string }
  /** Whoever works in the thing's area may have it, although it is another account's. */
  isOfArea?: boolean
  /** Why nobody at all is answered otherwise, not even about his own. */
  neverOpens?: string
  /** The server counts these and would soon answer nothing but "too often". Per asker. */
  most?: number
}
/** Asked without naming anything of another's. */
export type Plain = { ask: (home: Home) => Ask; isSignedOut?: boolean }
export type RouteProbes = { probes: readonly Probe[]; plain: readonly Plain[] }

const AREAS = ['village', 'town', 'grid'] as const
const same = (
  kinds: ThingKind | readonly ThingKind[],
  ask: Probe['ask'],
  more: Partial<Probe> = {},
): Probe => ({ kinds: typeof kinds === 'string' ? [kinds] : kinds, ask, answer: 'same', ...more })
const get = (kinds: ThingKind | readonly ThingKind[], url: (id: string) => string, more?: Partial<Probe>) =>
  same(kinds, (id) => ({ url: url(id) }), more)
const plain = (url: string, payload?: unknown): Plain => ({
  ask: () => ({ url, ...(payload === undefined ? {} : { payload }) }),
})
const route = (...parts: (Probe | Plain)[]): RouteProbes => ({
  probes: parts.filter((part): part is Probe => 'kinds' in part),
  plain: parts.filter((part): part is Plain => !('kinds' in part)),
})

const BYTES = Buffer.from('probe')
const UPLOAD = { sha256: sha256(BYTES), bytes: BYTES.length }
const RECORDS = ['record', 'pending-record', 'transfer'] as const
const taken = (code: string) => ({ status: 409, code })
const exportOf = (areaCode: string) => ({
  form: 'activity-ledger',
  areaCode,
  from: '2026-01-01',
  to: '2026-12-31',
  format: 'xlsx',
})
const signature = () => ({
  signatureId: uuidv7(),
  textHash: 'a'.repeat(64),
  readThrough: true,
  readSeconds: 60,
  stroke: handwriting(),
})
/** Records that somebody of this village might send, with something of another's in one place. */
const recordsWith = {
  area: (areaCode: string) => anActivity({ areaCode, subjectId: areaCode }),
  subject: (subjectId: string, { unit }: Home) => aTalk(subjectId, { areaCode: unit.village }),
  own: ({ unit }: Home) => anActivity({ areaCode: unit.village, subjectId: unit.village }),
  photo: (id: string, { unit }: Home) =>
    anActivity({ areaCode: unit.village, subjectId: unit.village, payload: { photos: [id] } }),
  evidence: (person: string, { unit }: Home) =>
    aRecord('past-evidence', {
      areaCode: unit.village,
      payload: {
        covers: 'talks',
        firstMonth: '2025-01',
        lastMonth: '2025-06',
        person,
        document: '谈话登记本',
        count: 6,
      },
    }),
}
const second = <T extends object>(record: T) => ({ ...record, revision: 2, replaces: 1 })
const voided = <T extends object>(record: T) => ({
  ...second(record),
  payload: {},
  void: { reason: '记错了' },
})
const inBatch = (id: string, record: object) => ({
  url: '/api/records/batch',
  payload: { records: [{ id, ...record }] },
})

/** How every route is asked, by `METHOD path`. A route that is not here fails the proof. */
export const ROUTE_PROBES: Readonly<Record<string, RouteProbes>> = {
  'GET /api/app-config': route(plain('/api/app-config')),
  'GET /api/appointments': route(
    plain('/api/appointments'),
    get('appointment', (id) => `/api/appointments?cursor=${id}`, { answer: 'silent' }),
  ),
  'POST /api/appointments': route(
    same(AREAS, (areaCode) => ({
      url: '/api/appointments',
      payload: { name: '新来的', role: 'case-worker', areaCode, from: '2026-11-01' },
    })),
  ),
  'POST /api/appointments/:id/binding-code': route(
    same('appointment', (id) => ({ url: `/api/appointments/${id}/binding-code`, payload: {} })),
  ),
  'POST /api/appointments/:id/end': route(
    same('appointment', (id) => ({ url: `/api/appointments/${id}/end`, payload: {} })),
  ),
  'GET /api/appointments/:id/handover': route(get('appointment', (id) => `/api/appointments/${id}/handover`)),
  'POST /api/appointments/:id/handover': route(
    same('appointment', (id) => ({
      url: `/api/appointments/${id}/handover`,
      payload: { name: '接手的', phone: '13900002222' },
    })),
  ),
  'GET /api/areas': route(
    plain('/api/areas'),
    get(AREAS, (id) => `/api/areas?under=${id}`, { answer: 'silent' }),
  ),
  'GET /api/attachments/:id': route(
    get('attachment', (id) => `/api/attachments/${id}`),
    get('attachment', (id) => `/api/attachments/${id}?size=thumb`),
    same('attachment', (id) => ({ url: `/api/attachments/${id}`, headers: { 'if-none-match': '"x"' } })),
  ),
  'PUT /api/attachments/:id': route(
    same('attachment', (id) => ({ url: `/api/attachments/${id}`, payload: UPLOAD })),
  ),
  'PUT /api/attachments/:id/chunks/:index': route(
    same('attachment', (id) => ({
      url: `/api/attachments/${id}/chunks/0`,
      payload: BYTES,
      headers: { 'content-type': 'application/octet-stream' },
    })),
  ),
  'POST /api/attachments/:id/completion': route(
    same('attachment', (id) => ({ url: `/api/attachments/${id}/completion`, payload: {} })),
  ),
  'GET /api/colleagues': route(get(AREAS, (id) => `/api/colleagues?areaCode=${id}`)),
  'GET /api/demo/accounts': route(plain('/api/demo/accounts')),
  'POST /api/demo/session': route(
    same('account', (accountId) => ({ url: '/api/demo/session', payload: { accountId } }), {
      neverOpens: 'only accounts of the demonstration sign in here',
    }),
  ),
  'GET /api/exports': route(plain('/api/exports')),
  'POST /api/exports': route(same(AREAS, (id) => ({ url: '/api/exports', payload: exportOf(id) }))),
  'DELETE /api/exports/:id': route(get('export', (id) => `/api/exports/${id}`)),
  'GET /api/exports/:id': route(get('export', (id) => `/api/exports/${id}`)),
  'GET /api/exports/:id/file': route(get('export', (id) => `/api/exports/${id}/file`)),
  'GET /api/exports/forms': route(plain('/api/exports/forms')),
  'GET /api/feedback': route(
    plain('/api/feedback'),
    get('letter', (id) => `/api/feedback?cursor=${id}`, { answer: 'silent' }),
  ),
  'POST /api/feedback/:id/answer': route(
    same('letter', (id) => ({
      url: `/api/feedback/${id}/answer`,
      payload: { text: '已经办好了，谢谢提醒' },
    })),
  ),
  'GET /api/imports': route(
    plain('/api/imports'),
    get(['village', 'grid'], (id) => `/api/imports?areaCode=${id}`),
    get('town', (id) => `/api/imports?areaCode=${id}`, { answer: 'silent' }),
  ),
  'DELETE /api/imports/:id': route(
    get('import', (id) => `/api/imports/${id}`, {
      neverOpens: 'it says the same whether anything was there',
    }),
  ),
  'GET /api/imports/:id': route(get('import', (id) => `/api/imports/${id}`)),
  'POST /api/imports/:id/confirm': route(
    same('import', (id) => ({ url: `/api/imports/${id}/confirm`, payload: {} })),
  ),
  'POST /api/imports/:id/review': route(
    same('waiting-import', (id) => ({ url: `/api/imports/${id}/review`, payload: { decision: 'accept' } })),
  ),
  'GET /api/imports/:id/workbook': route(get('import', (id) => `/api/imports/${id}/workbook`)),
  'GET /api/inbox': route(
    plain('/api/inbox'),
    get('notification', (id) => `/api/inbox?cursor=${id}`, { answer: 'silent' }),
  ),
  'POST /api/inbox/:id/read': route(
    same('notification', (id) => ({ url: `/api/inbox/${id}/read`, payload: {} })),
  ),
  'POST /api/inbox/read-all': route(plain('/api/inbox/read-all', {})),
  'GET /api/ledger/:areaCode': route(
    get(AREAS, (id) => `/api/ledger/${id}`),
    get(AREAS, (id) => `/api/ledger/${id}?since=3`),
  ),
  // Takes no id and ends the session that asks; the proof lets one villager do it at its end.
  'POST /api/me/close': route({ ask: () => ({ url: '/api/me/close', payload: {} }), isSignedOut: true }),
  'GET /api/me/data': route(plain('/api/me/data')),
  'GET /api/me/feedback': route(plain('/api/me/feedback')),
  'PUT /api/me/feedback/:id': route(
    same(
      'letter',
      (id, { unit }) => ({
        url: `/api/me/feedback/${id}`,
        payload: { areaCode: unit.village.slice(0, 9), kind: 'suggestion', text: '换一个说法再写一次' },
      }),
      { answer: { status: 404, code: 'NOT_FOUND' } },
    ),
  ),
  'PUT /api/me/name': route(plain('/api/me/name', { name: '改个名' })),
  'GET /api/me/reveals': route(plain('/api/me/reveals')),
  'GET /api/obligations': route(plain('/api/obligations')),
  'GET /api/persons': route(
    plain('/api/persons'),
    get(['village', 'grid'], (id) => `/api/persons?areaCode=${id}`),
    get('town', (id) => `/api/persons?areaCode=${id}`, { answer: 'silent' }),
    get('code', (id) => `/api/persons?q=${encodeURIComponent(id)}`, { answer: 'silent' }),
  ),
  'GET /api/persons/:id': route(get('person', (id) => `/api/persons/${id}`)),
  'GET /api/persons/:id/readings': route(get('person', (id) => `/api/persons/${id}/readings`)),
  'POST /api/persons/:id/reveal': route(
    same('person', (id) => ({ url: `/api/persons/${id}/reveal`, payload: { purpose: 'visit' } })),
    same('person', (id) => ({
      url: `/api/persons/${id}/reveal`,
      payload: { purpose: 'visit', sealedReason: '法院来函要查' },
    })),
  ),
  'POST /api/persons/lookup': route(
    same('name', (name) => ({ url: '/api/persons/lookup', payload: { name, purpose: 'verify' } })),
  ),
  'GET /api/places': route(
    ...['venue', 'grid', 'site', 'school'].flatMap((type) => [
      plain(`/api/places?type=${type}`),
      get(['village', 'grid'], (id) => `/api/places?type=${type}&areaCode=${id}`),
      get('town', (id) => `/api/places?type=${type}&areaCode=${id}`, { answer: 'silent' }),
    ]),
  ),
  'GET /api/places/:id': route(get('place', (id) => `/api/places/${id}`)),
  'GET /api/pledges': route(plain('/api/pledges')),
  'GET /api/pledges/:id': route(get('pledge', (id) => `/api/pledges/${id}`)),
  'GET /api/pledges/:id/pdf': route(get('pledge', (id) => `/api/pledges/${id}/pdf`, { isOfArea: true })),
  'PUT /api/pledges/:id/signature': route(
    same('pledge', (id) => ({ url: `/api/pledges/${id}/signature`, payload: signature() })),
  ),
  'POST /api/pledges/campaigns': route(
    same(AREAS, (areaCode) => ({ url: '/api/pledges/campaigns', payload: { areaCode, year: 2026 } })),
  ),
  'GET /api/pledges/coverage': route(get(AREAS, (id) => `/api/pledges/coverage?areaCode=${id}`)),
  'POST /api/pledges/papers': route(
    same('village', (areaCode) => ({
      url: '/api/pledges/papers',
      payload: paperPledge(areaCode, { level: 'village-household' }),
    })),
    same('place', (party, { unit }) => ({
      url: '/api/pledges/papers',
      payload: paperPledge(unit.village, { level: 'village-venue', party }),
    })),
    same(
      'account',
      (party, { unit }) => ({
        url: '/api/pledges/papers',
        payload: paperPledge(unit.village, { level: 'village-grid', party }),
      }),
      { isOfArea: true },
    ),
  ),
  'GET /api/public/pledges/:verifyCode': route(
    get('verify-code', (code) => `/api/public/pledges/${encodeURIComponent(code)}`, { answer: 'silent' }),
  ),
  'PUT /api/quiz/attempts/:id': route(
    same(
      ['record', 'person'],
      (id) => ({
        url: `/api/quiz/attempts/${id}`,
        payload: { paperId: id, token: 'x.y.z', answers: [], startedAt: '2026-11-23T05:00:00.000Z' },
      }),
      { neverOpens: 'only a paper that was drawn is taken back' },
    ),
  ),
  'POST /api/quiz/papers': route(
    same(
      'village',
      (areaCode) => ({
        url: '/api/quiz/papers',
        payload: { audience: 'resident', areaCode, purpose: 'practice' },
      }),
      { answer: 'silent' },
    ),
  ),
  'GET /api/records': route(
    plain('/api/records'),
    get(['village', 'grid'], (id) => `/api/records?areaCode=${id}`),
    get('town', (id) => `/api/records?areaCode=${id}`, { answer: 'silent' }),
    get(['person', 'place'], (id) => `/api/records?subjectId=${id}`),
    get('village', (id) => `/api/records?areaCode=${id}&subjectId=${id}`),
  ),
  'GET /api/records/:id': route(get(RECORDS, (id) => `/api/records/${id}`)),
  'PUT /api/records/:id': route(
    same(RECORDS, (id, home) => ({ url: `/api/records/${id}`, payload: recordsWith.own(home) }), {
      answer: taken('RECORD_CONFLICT'),
    }),
    same(RECORDS, (id, home) => ({ url: `/api/records/${id}`, payload: second(recordsWith.own(home)) }), {
      answer: taken('RECORD_CONFLICT'),
    }),
    same(RECORDS, (id, home) => ({ url: `/api/records/${id}`, payload: voided(recordsWith.own(home)) }), {
      answer: taken('RECORD_CONFLICT'),
    }),
    same(AREAS, (areaCode, _, newId) => ({
      url: `/api/records/${newId}`,
      payload: recordsWith.area(areaCode),
    })),
    same(['person', 'place'], (id, home, newId) => ({
      url: `/api/records/${newId}`,
      payload: recordsWith.subject(id, home),
    })),
    same('person', (id, home, newId) => ({
      url: `/api/records/${newId}`,
      payload: recordsWith.evidence(id, home),
    })),
    same(
      'attachment',
      (id, home, newId) => ({ url: `/api/records/${newId}`, payload: recordsWith.photo(id, home) }),
      {
        answer: taken('ATTACHMENT_CONFLICT'),
      },
    ),
  ),
  'POST /api/records/:id/review': route(
    same(RECORDS, (id) => ({ url: `/api/records/${id}/review`, payload: { decision: 'accept' } })),
    same(RECORDS, (id) => ({
      url: `/api/records/${id}/review`,
      payload: { decision: 'return', reason: '理由不足' },
    })),
  ),
  'POST /api/records/batch': route(
    same(RECORDS, (id, home) => inBatch(id, recordsWith.own(home)), { answer: taken('RECORD_CONFLICT') }),
    same(AREAS, (areaCode, _, newId) => inBatch(newId, recordsWith.area(areaCode))),
    same('person', (id, home, newId) => inBatch(newId, recordsWith.subject(id, home))),
  ),
  'GET /api/reminders': route(plain('/api/reminders')),
  'POST /api/reminders/credits': route(plain('/api/reminders/credits', { results: [] })),
  'GET /api/reviews': route(
    plain('/api/reviews'),
    get(['village', 'grid'], (id) => `/api/reviews?areaCode=${id}`),
    get('town', (id) => `/api/reviews?areaCode=${id}`, { answer: 'silent' }),
  ),
  'DELETE /api/session': route({ ask: () => ({ url: '/api/session' }), isSignedOut: true }),
  'GET /api/session': route(plain('/api/session')),
  'POST /api/session/binding-code': route(plain('/api/session/binding-code', {})),
  'POST /api/session/recheck': route(plain('/api/session/recheck', { code: 7 })),
  'POST /api/session/refresh': route(plain('/api/session/refresh', { refreshToken: 'x' })),
  'POST /api/session/scan': route({
    ask: () => ({ url: '/api/session/scan', payload: {} }),
    isSignedOut: true,
  }),
  'GET /api/session/scan/:id': route(get('scan-ticket', (id) => `/api/session/scan/${id}`)),
  'POST /api/session/scan/:id/approval': route(
    same('scan-ticket', (id) => ({ url: `/api/session/scan/${id}/approval`, payload: { match: '00' } }), {
      most: 4,
    }),
  ),
  'POST /api/session/scan/:id/poll': route(
    same('scan-ticket', (id) => ({ url: `/api/session/scan/${id}/poll`, payload: { pollSecret: 'x' } }), {
      neverOpens: 'only the screen that shows the ticket knows its secret',
    }),
  ),
  'POST /api/session/wechat': route(plain('/api/session/wechat', {})),
  'POST /api/session/wechat/phone': route(plain('/api/session/wechat/phone', {})),
  'GET /api/transfers': route(
    ...['in', 'out'].flatMap((direction) => [
      plain(`/api/transfers?direction=${direction}`),
      get(['village', 'grid'], (id) => `/api/transfers?direction=${direction}&areaCode=${id}`, {
        ...(direction === 'in' && { neverOpens: 'nobody is proposed to these villages' }),
      }),
      get('town', (id) => `/api/transfers?direction=${direction}&areaCode=${id}`, { answer: 'silent' }),
    ]),
  ),
  'POST /api/transfers/:recordId/return': route(
    same(RECORDS, (id) => ({ url: `/api/transfers/${id}/return`, payload: { reason: '不是我们村的人' } })),
  ),
  'GET /api/villages': route(
    plain('/api/villages'),
    get(['village', 'grid'], (id) => `/api/villages?under=${id}`),
    get('town', (id) => `/api/villages?under=${id}`, { answer: 'silent' }),
  ),
  'GET /api/villages/:code/awareness': route(
    get('village', (id) => `/api/villages/${id}/awareness`, { answer: 'silent' }),
  ),
  'GET /api/villages/:code/imports': route(get('village', (id) => `/api/villages/${id}/imports`)),
  'POST /api/villages/:code/imports/:sheet': route(
    same('village', (id) => ({
      url: `/api/villages/${id}/imports/persons`,
      payload: BYTES,
      headers: { 'content-type': XLSX_TYPE },
    })),
  ),
  'GET /api/villages/:code/imports/:sheet/template': route(
    get('village', (id) => `/api/villages/${id}/imports/persons/template`),
    get('village', (id) => `/api/villages/${id}/imports/support-groups/template`),
  ),
  'GET /api/villages/:code/obligations': route(get(AREAS, (id) => `/api/villages/${id}/obligations`)),
  'GET /api/villages/:code/onboarding': route(get(AREAS, (id) => `/api/villages/${id}/onboarding`)),
  'GET /api/villages/:code/scorecard': route(get(AREAS, (id) => `/api/villages/${id}/scorecard`)),
  'PUT /api/villages/:code/start': route(
    same(AREAS, (id) => ({ url: `/api/villages/${id}/start`, payload: { startOn: '2026-11-20' } })),
  ),
  'GET /health/live': route(plain('/health/live')),
  'GET /health/ready': route(plain('/health/ready')),
  'GET /metrics': route(plain('/metrics')),
  'GET /wechat/push': route(plain('/wechat/push?signature=x&timestamp=1&nonce=1&echostr=x')),
  'POST /wechat/push': route(plain('/wechat/push?signature=x&timestamp=1&nonce=1', {})),
}

function paperPledge(areaCode: string, more: object) {
  return { id: uuidv7(), areaCode, year: 2026, signedOn: '2026-11-20', paper: '镇档案柜', ...more }
}
