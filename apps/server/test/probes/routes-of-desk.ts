import { AREAS, get, plain, type RouteProbes, route } from './probe.js'

const ABSENT = '00000000-0000-7000-8000-00000000dead'
const DRAFT = `/api/policies/drafts/${ABSENT}`
const CONFIRMATION = `/api/dictionaries/bottom-lines/confirmations/${ABSENT}`

/** What offices read, set and print: policies are a county's, briefs and papers a village's or a town's. */
export const ROUTES_OF_DESK: Readonly<Record<string, RouteProbes>> = {
  'GET /api/policies': route(plain('/api/policies')),
  'GET /api/policies/drafts/:id': route(plain(DRAFT)),
  'PUT /api/policies/drafts/:id': route(plain(DRAFT, {})),
  'POST /api/policies/drafts/:id/release': route(plain(`${DRAFT}/release`, { version: 1 })),
  'POST /api/policies/drafts/:id/withdrawal': route(
    plain(`${DRAFT}/withdrawal`, { version: 1, reason: '看一看' }),
  ),
  'GET /api/dictionaries': route(plain('/api/dictionaries')),
  'PUT /api/dictionaries/:dictionary/confirmations/:id': route(
    plain(CONFIRMATION, { words: '0'.repeat(64), document: '示例〔1〕号' }),
  ),
  'GET /api/briefs/:code': route(get(AREAS, (id) => `/api/briefs/${id}?month=2026-11`)),
  'GET /api/briefs/:code/file': route(get(AREAS, (id) => `/api/briefs/${id}/file?month=2026-11&format=docx`)),
  'GET /api/public/villages/:code': route(
    get('village', (id) => `/api/public/villages/${id}`, { answer: 'silent' }),
  ),
  'GET /api/villages/:code/plaque/paper': route(
    get(AREAS, (id) => `/api/villages/${id}/plaque/paper?kind=board`),
  ),
  'GET /api/status': route(plain('/api/status')),
  'GET /api/lists/:list/workbook': route(plain('/api/lists/villages/workbook')),
}
