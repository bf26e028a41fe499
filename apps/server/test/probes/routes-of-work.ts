import { uuidv7 } from 'uuidv7'
import { sha256 } from '../../src/platform/crypto/sealer.js'
import { HAND_IN_TYPE, XLSX_TYPE } from '../../src/platform/http/file-bodies.js'
import { AREAS, get, plain, type RouteProbes, refused, route, same } from './probe.js'

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

const orderTo = (areaCode: string) => ({
  areaCode,
  about: { kind: 'part', id: 'S7' },
  text: '请补齐本月的活动',
  dueOn: '2026-12-04',
})

/** Records, files, registers, ledgers, prints and figures of villages. */
export const ROUTES_OF_WORK: Readonly<Record<string, RouteProbes>> = {
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
  'GET /api/exports': route(plain('/api/exports')),
  'POST /api/exports': route(same(AREAS, (id) => ({ url: '/api/exports', payload: exportOf(id) }))),
  'DELETE /api/exports/:id': route(get('export', (id) => `/api/exports/${id}`)),
  'GET /api/exports/:id': route(get('export', (id) => `/api/exports/${id}`)),
  'GET /api/exports/:id/file': route(get('export', (id) => `/api/exports/${id}/file`)),
  'GET /api/exports/forms': route(plain('/api/exports/forms')),
  'POST /api/hand-ins': route(
    same(
      'hand-in',
      (_id, _home, _newId, { file }) => ({
        url: '/api/hand-ins',
        payload: file,
        headers: { 'content-type': HAND_IN_TYPE },
      }),
      { answer: { status: 403, code: 'HAND_IN_OTHER_TOWN' } },
    ),
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
  'GET /api/ledger/:areaCode': route(
    get(AREAS, (id) => `/api/ledger/${id}`),
    get(AREAS, (id) => `/api/ledger/${id}?since=3`),
  ),
  'GET /api/obligations': route(
    plain('/api/obligations'),
    plain('/api/obligations?of=area'),
    get(['village', 'grid'], (id) => `/api/obligations?of=area&under=${id}`),
    // A wider area is cut to one's own.
    get('town', (id) => `/api/obligations?of=area&under=${id}`, { answer: 'silent' }),
  ),
  'POST /api/obligations/assignment': route(
    same(AREAS, (areaCode) => ({
      url: '/api/obligations/assignment',
      payload: { areaCode, id: `publicity:${areaCode}:2026-11`, accountId: null },
    })),
  ),
  'GET /api/obligations/counts': route(
    plain('/api/obligations/counts'),
    get(['village', 'grid'], (id) => `/api/obligations/counts?of=area&under=${id}`),
    get('town', (id) => `/api/obligations/counts?of=area&under=${id}`, { answer: 'silent' }),
  ),
  'POST /api/obligations/explanation': route(
    same(AREAS, (areaCode) => ({
      url: '/api/obligations/explanation',
      payload: { areaCode, id: `publicity:${areaCode}:2026-11`, reason: 'weather' },
    })),
  ),
  'GET /api/orders': route(
    plain('/api/orders'),
    plain('/api/orders?state=ended'),
    get(['village', 'grid'], (id) => `/api/orders?under=${id}`),
    get('town', (id) => `/api/orders?under=${id}`, { answer: 'silent' }),
  ),
  'GET /api/orders/:id': route(get('order', (id) => `/api/orders/${id}`)),
  'PUT /api/orders/:id': route(
    same(AREAS, (areaCode, _home, id) => ({ url: `/api/orders/${id}`, payload: orderTo(areaCode) })),
    refused(({ unit }) => ({
      url: `/api/orders/${uuidv7()}`,
      payload: { ...orderTo(unit.village), about: { kind: 'part', id: 'S99' } },
    })),
    same('order', (id, { unit }) => ({ url: `/api/orders/${id}`, payload: orderTo(unit.village) }), {
      answer: taken('ORDER_CONFLICT'),
    }),
  ),
  'PUT /api/orders/:id/answers/:stepId': route(
    same('order', (id, _home, stepId) => ({
      url: `/api/orders/${id}/answers/${stepId}`,
      payload: { text: '已经补上了' },
    })),
  ),
  'PUT /api/orders/:id/decisions/:stepId': route(
    same('order', (id, _home, stepId) => ({
      url: `/api/orders/${id}/decisions/${stepId}`,
      payload: { kind: 'withdrawn', text: '另有安排' },
    })),
  ),
  'GET /api/oversight': route(
    plain('/api/oversight'),
    get(['village', 'grid'], (id) => `/api/oversight?under=${id}`),
    get('town', (id) => `/api/oversight?under=${id}`, { answer: 'silent' }),
  ),
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
  'GET /api/reviews': route(
    plain('/api/reviews'),
    get(['village', 'grid'], (id) => `/api/reviews?areaCode=${id}`),
    get('town', (id) => `/api/reviews?areaCode=${id}`, { answer: 'silent' }),
  ),
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
    // Of those who fill in tables, the town's office alone has this one.
    get('village', (id) => `/api/villages/${id}/imports/abstinence-starts/template`),
  ),
  'GET /api/villages/:code/obligations': route(get(AREAS, (id) => `/api/villages/${id}/obligations`)),
  'GET /api/villages/:code/onboarding': route(get(AREAS, (id) => `/api/villages/${id}/onboarding`)),
  'GET /api/public/villages/:code/plaque': route(
    get('village', (id) => `/api/public/villages/${id}/plaque`, { answer: 'silent' }),
  ),
  'GET /api/villages/:code/plaque': route(get(AREAS, (id) => `/api/villages/${id}/plaque`)),
  'PUT /api/villages/:code/plaque/decisions/:id': route(
    same(AREAS, (id, _home, newId) => ({
      url: `/api/villages/${id}/plaque/decisions/${newId}`,
      payload: { kind: 'failed', year: 2025, on: '2026-01-20', document: '陆禁毒〔示例〕1号' },
    })),
  ),
  'POST /api/villages/:code/plaque/decisions/:id/confirmation': route(
    same(
      AREAS,
      (id, _home, newId) => ({ url: `/api/villages/${id}/plaque/decisions/${newId}/confirmation` }),
      {
        neverOpens: 'nothing was entered about these villages',
      },
    ),
  ),
  'POST /api/villages/:code/plaque/decisions/:id/return': route(
    same(
      AREAS,
      (id, _home, newId) => ({
        url: `/api/villages/${id}/plaque/decisions/${newId}/return`,
        payload: { reason: '文号和文书不一致' },
      }),
      { neverOpens: 'nothing was entered about these villages' },
    ),
  ),
  'GET /api/villages/:code/scorecard': route(get(AREAS, (id) => `/api/villages/${id}/scorecard`)),
  'PUT /api/villages/:code/start': route(
    same(AREAS, (id) => ({ url: `/api/villages/${id}/start`, payload: { startOn: '2026-11-20' } })),
  ),
}
