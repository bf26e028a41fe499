import { get, plain, type RouteProbes, route, same } from './probe.js'

const ITEM = {
  audience: ['public'],
  topic: 'law',
  type: 'judge',
  stem: '写给别处看的一道判断题。',
  options: ['正确', '错误'],
  answer: [0],
  explanation: '这样写是为了看一看。',
  basis: '《禁毒法》第三条',
}
const ABSENT = '/api/quiz/bank/items/q999'

/** The question bank. Its questions are everybody's of the county's and the towns' offices; a table that was uploaded is not. */
export const ROUTES_OF_BANK: Readonly<Record<string, RouteProbes>> = {
  'POST /api/quiz/bank/imports': route(plain('/api/quiz/bank/imports', {})),
  'POST /api/quiz/bank/imports/:id/confirm': route(
    same('quiz-import', (id) => ({ url: `/api/quiz/bank/imports/${id}/confirm`, payload: {} })),
  ),
  'GET /api/quiz/bank/imports/:id/workbook': route(
    get('quiz-import', (id) => `/api/quiz/bank/imports/${id}/workbook`),
  ),
  'GET /api/quiz/bank/items': route(plain('/api/quiz/bank/items')),
  'POST /api/quiz/bank/items': route(plain('/api/quiz/bank/items', { item: ITEM })),
  'GET /api/quiz/bank/items/:id': route(plain('/api/quiz/bank/items/q001'), plain(ABSENT)),
  'POST /api/quiz/bank/items/:id/retirement': route(
    plain(`${ABSENT}/retirement`, { version: 1, reason: '看一看' }),
  ),
  'POST /api/quiz/bank/items/:id/review': route(
    plain(`${ABSENT}/review`, { version: 1, decision: 'accept' }),
  ),
  'POST /api/quiz/bank/items/:id/versions': route(plain(`${ABSENT}/versions`, { basedOn: 1, item: ITEM })),
  'GET /api/quiz/bank/template': route(plain('/api/quiz/bank/template')),
  'GET /api/quiz/bank/workbook': route(plain('/api/quiz/bank/workbook')),
  'GET /api/quiz/cards': route(plain('/api/quiz/cards?audience=public')),
}
