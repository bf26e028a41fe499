import { AREAS, get, ofMoment, plain, type RouteProbes, route, same } from './probe.js'

const CONFIRMATION = '/api/dictionaries/bottom-lines/confirmations/00000000-0000-7000-8000-00000000dead'
const draft = (id: string, step = '') => `/api/policies/drafts/${id}${step}`
const DRAFTED = {
  version: 1,
  effectiveOn: '2026-12-01',
  basis: '禁毒办〔示例〕7号',
  changes: [{ id: 'activitiesPerMonth', value: 6 }],
}

/** What offices read, set and print: policies are a county's, briefs and papers a village's or a town's. */
export const ROUTES_OF_DESK: Readonly<Record<string, RouteProbes>> = {
  'GET /api/policies': route(plain('/api/policies')),
  'GET /api/policies/drafts/:id': route(get('policy-draft', (id) => draft(id))),
  'PUT /api/policies/drafts/:id': route(
    same('policy-draft', (id) => ({ url: draft(id), payload: DRAFTED }), {
      answer: { status: 404, code: 'NOT_FOUND' },
    }),
  ),
  'POST /api/policies/drafts/:id/release': route(
    same('policy-draft', (id) => ({ url: draft(id, '/release'), payload: { version: 1 } })),
  ),
  'POST /api/policies/drafts/:id/withdrawal': route(
    same('policy-draft', (id) => ({
      url: draft(id, '/withdrawal'),
      payload: { version: 1, reason: '看一看' },
    })),
  ),
  'GET /api/dictionaries': route(plain('/api/dictionaries')),
  'PUT /api/dictionaries/:dictionary/confirmations/:id': route(
    plain(CONFIRMATION, { words: '0'.repeat(64), document: '示例〔1〕号' }),
  ),
  'GET /api/briefs/:code': route(get(AREAS, (id) => `/api/briefs/${id}?month=2026-11`)),
  'GET /api/briefs/:code/file': route(
    get(AREAS, (id) => `/api/briefs/${id}/file?month=2026-11&format=docx`, { isOfMoment: true }),
  ),
  'GET /api/public/villages/:code': route(
    get('village', (id) => `/api/public/villages/${id}`, { answer: 'silent' }),
  ),
  'GET /api/villages/:code/plaque/paper': route(
    get(AREAS, (id) => `/api/villages/${id}/plaque/paper?kind=board`),
    get(AREAS, (id) => `/api/villages/${id}/plaque/paper?kind=certificate`),
  ),
  'GET /api/status': route(ofMoment('/api/status')),
  'GET /api/lists/:list/workbook': route(plain('/api/lists/villages/workbook')),
}
