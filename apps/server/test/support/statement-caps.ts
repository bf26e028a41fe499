/**
 * How many SQL statements one request may take, whatever lies in the database: a little more than the most that any test has
 * seen. A route that needs more says why in the commit that raises its limit.
 */
type Limit = number | ((body: unknown) => number) | 'not counted yet'

const lengthOf = (body: unknown, name: string): number => {
  const items = (body as Record<string, unknown> | null)?.[name]
  return Array.isArray(items) ? items.length : 0
}

/** The most is a transfer that arrives: two ledgers, a carry-over, the moved file. */
const ONE_RECORD = 35

export const STATEMENT_CAPS: Readonly<Record<string, Limit>> = {
  'GET /api/app-config': 1,
  'GET /api/appointments': 6,
  'POST /api/appointments': 16,
  'POST /api/appointments/:id/binding-code': 20,
  'POST /api/appointments/:id/end': 14,
  'GET /api/appointments/:id/handover': 5,
  'POST /api/appointments/:id/handover': 23,
  'GET /api/areas': 3,
  'GET /api/attachments/:id': 8,
  'PUT /api/attachments/:id': 10,
  'PUT /api/attachments/:id/chunks/:index': 9,
  'POST /api/attachments/:id/completion': 23,
  'GET /api/colleagues': 4,
  'GET /api/demo/accounts': 'not counted yet',
  'POST /api/demo/session': 'not counted yet',
  'GET /api/exports': 3,
  'POST /api/exports': 16,
  'DELETE /api/exports/:id': 14,
  'GET /api/exports/:id': 4,
  'GET /api/exports/:id/file': 9,
  'GET /api/exports/forms': 'not counted yet',
  'GET /api/feedback': 9,
  'POST /api/feedback/:id/answer': 16,
  'GET /api/imports': 'not counted yet',
  'DELETE /api/imports/:id': 6,
  'GET /api/imports/:id': 8,
  'POST /api/imports/:id/confirm': 59,
  'POST /api/imports/:id/review': 'not counted yet',
  'GET /api/imports/:id/workbook': 8,
  'GET /api/inbox': 4,
  'POST /api/inbox/:id/read': 'not counted yet',
  'POST /api/inbox/read-all': 'not counted yet',
  'GET /api/ledger/:areaCode': 7,
  'POST /api/me/close': 15,
  'GET /api/me/data': 10,
  'GET /api/me/feedback': 5,
  'PUT /api/me/feedback/:id': 18,
  'PUT /api/me/name': 7,
  'GET /api/me/reveals': 4,
  'GET /api/obligations': 'not counted yet',
  'GET /api/persons': 3,
  'GET /api/persons/:id': 5,
  'GET /api/persons/:id/readings': 5,
  'POST /api/persons/:id/reveal': 10,
  'POST /api/persons/lookup': 7,
  'GET /api/places': 3,
  'GET /api/places/:id': 5,
  'GET /api/pledges': 5,
  'GET /api/pledges/:id': 7,
  'GET /api/pledges/:id/pdf': 13,
  'PUT /api/pledges/:id/signature': 35,
  'POST /api/pledges/campaigns': 93,
  'GET /api/pledges/coverage': 4,
  'POST /api/pledges/papers': 21,
  'GET /api/public/pledges/:verifyCode': 5,
  'PUT /api/quiz/attempts/:id': 9,
  'POST /api/quiz/papers': 3,
  'GET /api/records': 3,
  'GET /api/records/:id': 9,
  'PUT /api/records/:id': ONE_RECORD,
  'POST /api/records/:id/review': 20,
  'POST /api/records/batch': (body) => 2 + ONE_RECORD * lengthOf(body, 'records'),
  'GET /api/reminders': 'not counted yet',
  'POST /api/reminders/credits': 14,
  'GET /api/reviews': 3,
  'DELETE /api/session': 6,
  'GET /api/session': 5,
  'POST /api/session/binding-code': 39,
  'POST /api/session/recheck': 15,
  'POST /api/session/refresh': 10,
  'POST /api/session/scan': 10,
  'GET /api/session/scan/:id': 7,
  'POST /api/session/scan/:id/approval': 16,
  'POST /api/session/scan/:id/poll': 13,
  'POST /api/session/wechat': 21,
  'POST /api/session/wechat/phone': 53,
  'GET /api/transfers': 4,
  'POST /api/transfers/:recordId/return': 18,
  'GET /api/villages': 5,
  'GET /api/villages/:code/awareness': 4,
  'GET /api/villages/:code/imports': 3,
  'POST /api/villages/:code/imports/:sheet': 17,
  'GET /api/villages/:code/imports/:sheet/template': 3,
  'GET /api/villages/:code/obligations': 6,
  'GET /api/villages/:code/onboarding': 'not counted yet',
  'GET /api/villages/:code/scorecard': 6,
  'PUT /api/villages/:code/start': 'not counted yet',
  'GET /health/live': 1,
  'GET /health/ready': 5,
  'GET /metrics': 2,
  'GET /wechat/push': 'not counted yet',
  'POST /wechat/push': 'not counted yet',
}

/** @returns undefined where nothing is limited: no route of a controller, or one that is not counted yet */
export function statementCap(route: string, body: unknown): number | undefined {
  const limit = STATEMENT_CAPS[route]
  if (limit === undefined || limit === 'not counted yet') return undefined
  return typeof limit === 'number' ? limit : limit(body)
}
