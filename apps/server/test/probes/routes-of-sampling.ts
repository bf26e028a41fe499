import { uuidv7 } from 'uuidv7'
import { AREAS, get, plain, type RouteProbes, route, same } from './probe.js'

const PAPER = { token: 'x.y.z', answers: [], startedAt: '2026-11-23T05:00:00.000Z' }
const LIST = { audience: 'migrant', listName: '流动人口登记册', listedOn: '2026-11-01', size: 60, count: 5 }
const RESULT = {
  audience: 'migrant',
  documentNo: '调〔2026〕9号',
  issuer: '调查队',
  surveyedOn: '2026-11-01',
  valid: 20,
  aware: 19,
  keptAt: '镇档案柜',
}

/** Samples, the papers of those who were drawn, results of third parties, and the rates made from them. */
export const ROUTES_OF_SAMPLING: Readonly<Record<string, RouteProbes>> = {
  'GET /api/awareness/:code': route(get(AREAS, (code) => `/api/awareness/${code}`)),
  'GET /api/samples': route(get('village', (code) => `/api/samples?areaCode=${code}`)),
  'POST /api/samples': route(
    same('village', (areaCode, _home, id) => ({ url: '/api/samples', payload: { id, areaCode, ...LIST } })),
    same(
      'sample',
      (id, { unit }) => ({ url: '/api/samples', payload: { id, areaCode: unit.village, ...LIST } }),
      { answer: { status: 409, code: 'SAMPLE_EXISTS' } },
    ),
  ),
  'GET /api/samples/:id': route(get('sample', (id) => `/api/samples/${id}`)),
  'GET /api/samples/:id/slips': route(get('sample', (id) => `/api/samples/${id}/slips`)),
  'POST /api/samples/:id/enlargement': route(
    same('sample', (id) => ({ url: `/api/samples/${id}/enlargement`, payload: { count: 1 } })),
  ),
  'POST /api/samples/:id/close': route(
    same('sample', (id) => ({ url: `/api/samples/${id}/close`, payload: {} })),
  ),
  'POST /api/samples/:id/void': route(
    same('sample', (id) => ({ url: `/api/samples/${id}/void`, payload: { reason: '名单弄错了' } })),
  ),
  'POST /api/samples/:id/numbers/:number/outcome': route(
    same('sample', (id, _home, _new, thing) => ({
      url: `/api/samples/${id}/numbers/${thing.number}/outcome`,
      payload: { state: 'refused' },
    })),
  ),
  'POST /api/samples/:id/numbers/:number/paper': route(
    same('sample', (id, _home, _new, thing) => ({
      url: `/api/samples/${id}/numbers/${thing.number}/paper`,
      payload: {},
    })),
  ),
  'PUT /api/household-papers/:id': route(
    same(
      ['sample', 'record'],
      (id) => ({ url: `/api/household-papers/${id}`, payload: { paperId: id, ...PAPER } }),
      { neverOpens: 'only a paper that comes with its own token is taken back' },
    ),
  ),
  // Digits let in whoever has them, and are told to nobody else: nothing but a guess is left to ask.
  'POST /api/invited-papers': route(plain('/api/invited-papers', { code: '000000000000' })),
  'PUT /api/invited-papers/:id': route(
    same(
      ['sample', 'record'],
      (id) => ({ url: `/api/invited-papers/${id}`, payload: { paperId: id, ...PAPER } }),
      { neverOpens: 'only a paper that comes with its own token is taken back' },
    ),
  ),
  'GET /api/surveys': route(get('village', (code) => `/api/surveys?areaCode=${code}`)),
  'PUT /api/surveys/:id': route(
    same('village', (areaCode) => ({ url: `/api/surveys/${uuidv7()}`, payload: { areaCode, ...RESULT } })),
    same(
      'survey',
      (id, { unit }) => ({ url: `/api/surveys/${id}`, payload: { areaCode: unit.village, ...RESULT } }),
      { answer: { status: 409, code: 'SURVEY_KNOWN' } },
    ),
  ),
  'POST /api/surveys/:id/withdrawal': route(
    same('survey', (id) => ({ url: `/api/surveys/${id}/withdrawal`, payload: { reason: '村弄错了' } })),
  ),
}
