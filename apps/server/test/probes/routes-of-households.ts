import { uuidv7 } from 'uuidv7'
import { handwriting } from '../support/handwriting.js'
import { get, plain, type RouteProbes, route, same } from './probe.js'

const NAME = '无名户'
const signature = () => ({
  signatureId: uuidv7(),
  textHash: '0'.repeat(64),
  readThrough: true,
  stroke: handwriting(),
})

/** Households by the numbers of a village's list, their slips, and what is signed with them. */
export const ROUTES_OF_HOUSEHOLDS: Readonly<Record<string, RouteProbes>> = {
  'GET /api/households': route(get('village', (code) => `/api/households?areaCode=${code}`)),
  'PUT /api/households': route(
    same('village', (areaCode) => ({ url: '/api/households', payload: { areaCode, size: 3 } })),
  ),
  'GET /api/households/slips': route(get('village', (code) => `/api/households/slips?areaCode=${code}`)),
  'POST /api/households/slips': route(
    same('village', (areaCode) => ({ url: '/api/households/slips', payload: { areaCode, number: 3 } })),
  ),
  'POST /api/households/papers': route(
    same('village', (areaCode) => ({
      url: '/api/households/papers',
      payload: { areaCode, numbers: [2], signedOn: '2026-11-20', paper: '档案柜' },
    })),
  ),
  'POST /api/households/paper-removals': route(
    same('village', (areaCode) => ({
      url: '/api/households/paper-removals',
      payload: { areaCode, number: 2, reason: '记错了户号' },
    })),
  ),
  'POST /api/households/door-texts': route(
    same('village', (areaCode) => ({
      url: '/api/households/door-texts',
      payload: { areaCode, number: 1, name: NAME },
    })),
  ),
  'POST /api/households/door-signatures': route(
    same('village', (areaCode) => ({
      url: '/api/households/door-signatures',
      payload: { areaCode, number: 1, name: NAME, signature: signature() },
    })),
  ),
  // Digits let in whoever has them, and are told to nobody else: nothing but a guess is left to ask.
  'POST /api/household-pledges/text': route(
    plain('/api/household-pledges/text', { code: '000000000000', name: NAME }),
  ),
  'POST /api/household-pledges/signature': route(
    plain('/api/household-pledges/signature', { code: '000000000000', name: NAME, signature: signature() }),
  ),
  'POST /api/household-pledges/copy': route(
    plain('/api/household-pledges/copy', { code: '000000000000', signatureId: uuidv7() }),
  ),
}
