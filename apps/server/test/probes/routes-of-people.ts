import { uuidv7 } from 'uuidv7'
import { handwriting } from '../support/handwriting.js'
import { AREAS, get, ofMoment, plain, type RouteProbes, refused, route, same } from './probe.js'

const signature = () => ({
  signatureId: uuidv7(),
  textHash: 'a'.repeat(64),
  readThrough: true,
  readSeconds: 60,
  stroke: handwriting(),
})

const wording = () => ({
  level: 'town-village',
  title: '{{village}}{{year}}年禁毒责任状',
  body: '责任人：{{signer}}。{{year}}年做好本村的禁毒工作。对戒毒人员的个人信息依法予以保密，没有做到的按照有关规定处理。文本标识：{{textMark}}',
})

/** Accounts, posts, sessions, letters, news, pledges and quizzes; and what anybody may ask. */
export const ROUTES_OF_PEOPLE: Readonly<Record<string, RouteProbes>> = {
  'GET /api/app-config': route(plain('/api/app-config')),
  'GET /api/appointments': route(
    plain('/api/appointments'),
    get('appointment', (id) => `/api/appointments?cursor=${id}`, { answer: 'silent' }),
  ),
  'POST /api/appointments': route(
    // Nobody gives this post here.
    refused(({ unit }) => ({
      url: '/api/appointments',
      payload: {
        name: '新来的',
        role: 'system-admin',
        areaCode: unit.village.slice(0, 6),
        from: '2026-11-01',
      },
    })),
    same(AREAS, (areaCode) => ({
      url: '/api/appointments',
      payload: { name: '新来的', role: 'case-worker', areaCode, from: '2026-11-01' },
    })),
    ...(['venue-manager', 'teacher'] as const).map((role) =>
      same('place', (subjectId, { unit }) => ({
        url: '/api/appointments',
        payload: { name: '新来的', role, areaCode: unit.village, subjectId, from: '2026-11-01' },
      })),
    ),
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
  'GET /api/colleagues': route(get(AREAS, (id) => `/api/colleagues?areaCode=${id}`)),
  'GET /api/demo/accounts': route(plain('/api/demo/accounts')),
  'POST /api/demo/session': route(
    same('account', (accountId) => ({ url: '/api/demo/session', payload: { accountId } }), {
      neverOpens: 'only accounts of the demonstration sign in here',
    }),
  ),
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
  'GET /api/inbox': route(
    plain('/api/inbox'),
    get('notification', (id) => `/api/inbox?cursor=${id}`, { answer: 'silent' }),
  ),
  'POST /api/inbox/:id/read': route(
    same('notification', (id) => ({ url: `/api/inbox/${id}/read`, payload: {} })),
  ),
  'POST /api/inbox/read-all': route(plain('/api/inbox/read-all', {})),
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
  'GET /api/pledges': route(plain('/api/pledges')),
  'GET /api/pledges/:id': route(get('pledge', (id) => `/api/pledges/${id}`)),
  'GET /api/pledges/:id/pdf': route(get('pledge', (id) => `/api/pledges/${id}/pdf`, { isOfArea: true })),
  'GET /api/pledges/:id/evidence': route(
    get('pledge', (id) => `/api/pledges/${id}/evidence`, { isOfArea: true }),
  ),
  'PUT /api/pledges/:id/decline': route(
    same('pledge', (id) => ({ url: `/api/pledges/${id}/decline`, payload: { reason: '先不签' } })),
  ),
  'PUT /api/pledges/:id/revocation': route(
    same('pledge', (id) => ({ url: `/api/pledges/${id}/revocation`, payload: { reason: '签错了' } }), {
      isOfArea: true,
    }),
  ),
  'PUT /api/pledges/:id/signature': route(
    same('pledge', (id) => ({ url: `/api/pledges/${id}/signature`, payload: signature() })),
  ),
  'POST /api/pledges/campaigns': route(
    same(AREAS, (areaCode) => ({ url: '/api/pledges/campaigns', payload: { areaCode, year: 2026 } })),
  ),
  'GET /api/pledges/coverage': route(get(AREAS, (id) => `/api/pledges/coverage?areaCode=${id}`)),
  'GET /api/pledges/missing': route(get(AREAS, (id) => `/api/pledges/missing?areaCode=${id}`)),
  'POST /api/pledges/reminders': route(
    same(AREAS, (areaCode) => ({ url: '/api/pledges/reminders', payload: { areaCode, year: 2026 } })),
  ),
  'GET /api/pledges/stuck': route(plain('/api/pledges/stuck')),
  'GET /api/pledges/wordings': route(plain('/api/pledges/wordings')),
  'POST /api/pledges/wordings': route(
    plain('/api/pledges/wordings', { ...wording(), validFrom: '2099-01-01' }),
  ),
  'POST /api/pledges/wordings/preview': route(plain('/api/pledges/wordings/preview', wording())),
  'POST /api/pledges/papers': route(
    // The town's office alone vouches for a village, and nobody for what is to be signed one day.
    refused(({ unit }) => ({
      url: '/api/pledges/papers',
      payload: { ...paperPledge(unit.village, { level: 'town-village' }), signedOn: '2026-12-20' },
    })),
    same('village', (areaCode) => ({
      url: '/api/pledges/papers',
      payload: paperPledge(areaCode, { level: 'village-venue', party: areaCode }),
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
  'GET /api/public/seal-keys': route(plain('/api/public/seal-keys')),
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
  'GET /api/reminders': route(plain('/api/reminders')),
  'POST /api/reminders/mutes': route(plain('/api/reminders/mutes', { kind: 'talk', until: null })),
  'POST /api/reminders/credits': route(plain('/api/reminders/credits', { results: [] })),
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
  'GET /health/live': route(plain('/health/live')),
  'GET /health/ready': route(plain('/health/ready')),
  'GET /metrics': route(ofMoment('/metrics')),
  'GET /wechat/push': route(plain('/wechat/push?signature=x&timestamp=1&nonce=1&echostr=x')),
  'POST /wechat/push': route(plain('/wechat/push?signature=x&timestamp=1&nonce=1', {})),
}

function paperPledge(areaCode: string, more: object) {
  return { id: uuidv7(), areaCode, year: 2026, signedOn: '2026-11-20', paper: '镇档案柜', ...more }
}
