import { get, plain, type RouteProbes, refused, route, same } from './probe.js'

const CALENDAR = {
  asOf: '2026-11-22',
  submitBy: '2026-11-30',
  reviewBy: '2026-12-10',
  resultBy: '2026-12-20',
  publicityDays: 7,
}
const REASON = '名单弄错了一项'
const FINDING = { checkedOn: '2026-11-20', holds: true, finding: '一致' }
const ofVillage = (id: string, step: string) => `/api/villages/${id}/assessments/2026${step}`
/** One step of another's village. */
const step = (name: string, payload: object): RouteProbes =>
  route(same('village', (id) => ({ url: ofVillage(id, name), payload: { revision: 0, ...payload } })))

/** The assessment year of a town and of each of its villages. */
export const ROUTES_OF_YEAR: Readonly<Record<string, RouteProbes>> = {
  'GET /api/assessments': route(
    plain('/api/assessments'),
    get(['village', 'town'], (id) => `/api/assessments?under=${id}`),
  ),
  'GET /api/experience-reports': route(plain('/api/experience-reports')),
  'PUT /api/towns/:code/assessments/:year': route(
    same('town', (id) => ({ url: `/api/towns/${id}/assessments/2026`, payload: CALENDAR })),
    refused(({ unit }) => ({ url: `/api/towns/${unit.village}/assessments/2026`, payload: CALENDAR })),
  ),
  'POST /api/towns/:code/assessments/:year/spot-checks/:id': route(
    same('town', (id, _home, newId) => ({
      url: `/api/towns/${id}/assessments/2026/spot-checks/${newId}`,
      payload: { count: 1 },
    })),
  ),
  'GET /api/public/villages/:code/assessments': route(
    get('village', (id) => `/api/public/villages/${id}/assessments`, { answer: 'silent' }),
  ),
  'GET /api/villages/:code/assessments/:year': route(get('village', (id) => ofVillage(id, ''))),
  'GET /api/villages/:code/assessments/:year/photos/:id': route(
    same('village', (id, _home, newId) => ({ url: ofVillage(id, `/photos/${newId}`) }), {
      neverOpens: 'no paper was photographed in these villages',
    }),
  ),
  'PUT /api/villages/:code/assessments/:year/claims': step('/claims', { claims: [] }),
  'POST /api/villages/:code/assessments/:year/submission': step('/submission', {}),
  'POST /api/villages/:code/assessments/:year/review': step('/review', {
    outcome: 'returned',
    reason: REASON,
  }),
  'POST /api/villages/:code/assessments/:year/correction': step('/correction', {
    reason: REASON,
    document: '博禁办〔2026〕1号',
  }),
  'POST /api/villages/:code/assessments/:year/publication': step('/publication', {}),
  'POST /api/villages/:code/assessments/:year/closing': step('/closing', {}),
  'PUT /api/villages/:code/assessments/:year/appeals/:id': route(
    same('village', (id, _home, newId) => ({
      url: ofVillage(id, `/appeals/${newId}`),
      payload: { raisedBy: 'village', receivedOn: '2026-11-20', matter: '会议记录没有算' },
    })),
  ),
  'POST /api/villages/:code/assessments/:year/appeals/:id/decision': route(
    same(
      'village',
      (id, _home, newId) => ({
        url: ofVillage(id, `/appeals/${newId}/decision`),
        payload: { outcome: 'rejected', reason: REASON, document: '陆禁毒〔2026〕1号' },
      }),
      { neverOpens: 'no appeal has this id' },
    ),
    same('appeal', (id, { unit }) => ({
      url: ofVillage(unit.village, `/appeals/${id}/decision`),
      payload: { outcome: 'rejected', reason: REASON, document: '陆禁毒〔2026〕1号' },
    })),
  ),
  'PUT /api/villages/:code/assessments/:year/findings/:id': route(
    same('village', (id, { first }, newId) => ({
      url: ofVillage(id, `/findings/${newId}`),
      payload: { ...FINDING, spotCheckId: first('spot-check').id },
    })),
    same('spot-check', (id, { unit }, newId) => ({
      url: ofVillage(unit.village, `/findings/${newId}`),
      payload: { ...FINDING, spotCheckId: id },
    })),
  ),
}
