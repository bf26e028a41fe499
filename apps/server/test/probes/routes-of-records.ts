import { uuidv7 } from 'uuidv7'
import { AREAS, get, plain, type RouteProbes, refused, route, same } from './probe.js'
import { inBatch, recordsWith, second, voided } from './sent-records.js'

const RECORDS = ['record', 'pending-record', 'transfer'] as const
const ELSEWHERE = '441581990203'
const taken = (code: string) => ({ status: 409, code })

/** Records, what is said about them, and their reviews. */
export const ROUTES_OF_RECORDS: Readonly<Record<string, RouteProbes>> = {
  'GET /api/records': route(
    plain('/api/records'),
    get(['village', 'grid'], (id) => `/api/records?areaCode=${id}`),
    get('town', (id) => `/api/records?areaCode=${id}`, { answer: 'silent' }),
    get(['person', 'place'], (id) => `/api/records?subjectId=${id}`),
    get('village', (id) => `/api/records?areaCode=${id}&subjectId=${id}`),
  ),
  'GET /api/records/:id': route(get(RECORDS, (id) => `/api/records/${id}`)),
  'PUT /api/records/:id': route(
    // The next revision of what really stands there, and its void.
    ...[second, voided].map((next) =>
      same(
        RECORDS,
        (id, _home, _newId, { record }) => ({ url: `/api/records/${id}`, payload: next(record ?? {}) }),
        {
          answer: taken('RECORD_CONFLICT'),
        },
      ),
    ),
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
    // Of one village about another.
    refused((home) => ({
      url: `/api/records/${uuidv7()}`,
      payload: { ...recordsWith.own(home), subjectId: ELSEWHERE },
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
  'PUT /api/records/:id/remarks/:remarkId': route(
    same(RECORDS, (id, _home, newId) => ({
      url: `/api/records/${id}/remarks/${newId}`,
      payload: { text: '请看第二页' },
    })),
    same('remark', (id, _home, _newId, { recordId }) => ({
      url: `/api/records/${recordId}/remarks/${id}`,
      payload: { text: '换一句话' },
    })),
  ),
  'POST /api/records/batch': route(
    same(RECORDS, (id, home) => inBatch(id, recordsWith.own(home)), { answer: taken('RECORD_CONFLICT') }),
    same(AREAS, (areaCode, _, newId) => inBatch(newId, recordsWith.area(areaCode))),
    same('person', (id, home, newId) => inBatch(newId, recordsWith.subject(id, home))),
  ),
}
