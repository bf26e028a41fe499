import { uuidv7 } from 'uuidv7'
import { get, plain, type RouteProbes, route, same } from './probe.js'

const LESSON = { topic: '认识毒品的危害', className: '五年级2班', pupils: 30, lessonMinutes: 40 }
const ANSWERS = { token: 'x.y.z', answers: [] }

/** What a venue and a school do for themselves, and the papers that are drawn there without an account. */
export const ROUTES_OF_PLACES: Readonly<Record<string, RouteProbes>> = {
  // A code lets in whoever has it, and is told to nobody else: nothing but a guess is left to ask.
  'POST /api/class-papers': route(plain('/api/class-papers', { code: '000000' })),
  'PUT /api/class-papers/:id': route(
    same('class-paper', (id) => ({ url: `/api/class-papers/${id}`, payload: ANSWERS }), {
      neverOpens: 'only a paper that comes with its own token is taken back',
    }),
  ),
  'GET /api/classes': route(
    plain('/api/classes'),
    get('class', (id) => `/api/classes?cursor=${id}`, { answer: 'silent' }),
  ),
  'POST /api/classes': route(plain('/api/classes', LESSON)),
  'GET /api/classes/:id': route(get('class', (id) => `/api/classes/${id}`)),
  'POST /api/classes/:id/end': route(same('class', (id) => ({ url: `/api/classes/${id}/end`, payload: {} }))),
  'POST /api/classes/:id/extend': route(
    same('class', (id) => ({ url: `/api/classes/${id}/extend`, payload: {} })),
  ),
  'GET /api/own-venue': route(plain('/api/own-venue')),
  'POST /api/own-venue/staff': route(
    { ask: () => ({ url: '/api/own-venue/staff', payload: { id: uuidv7(), name: '新来的' } }) },
    same('venue-staff', (id) => ({ url: '/api/own-venue/staff', payload: { id, name: '新来的' } }), {
      answer: { status: 409, code: 'STAFF_CONFLICT' },
    }),
  ),
  'POST /api/own-venue/staff/:id/leave': route(
    same('venue-staff', (id) => ({ url: `/api/own-venue/staff/${id}/leave`, payload: {} })),
  ),
  'POST /api/own-venue/staff/:id/reveal': route(
    same('venue-staff', (id) => ({ url: `/api/own-venue/staff/${id}/reveal`, payload: {} })),
  ),
  'POST /api/staff-papers': route(plain('/api/staff-papers', { code: '00000000' })),
  'GET /api/staff-papers/:id/certificate': route(
    same(
      ['venue-staff', 'record'],
      (id) => ({ url: `/api/staff-papers/${id}/certificate`, headers: { 'x-paper': 'x.y.z' } }),
      { neverOpens: 'only the phone that answered has the paper' },
    ),
  ),
  'POST /api/staff-papers/:id/certificate': route(
    same(
      ['venue-staff', 'record'],
      (id) => ({ url: `/api/staff-papers/${id}/certificate`, payload: { token: 'x.y.z' } }),
      { neverOpens: 'only the phone that answered has the paper' },
    ),
  ),
  'PUT /api/staff-papers/:id': route(
    same(
      ['venue-staff', 'record'],
      (id) => ({
        url: `/api/staff-papers/${id}`,
        payload: { paperId: id, startedAt: '2026-11-23T05:00:00.000Z', ...ANSWERS },
      }),
      { neverOpens: 'only a paper that comes with its own token is taken back' },
    ),
  ),
}
