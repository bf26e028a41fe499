// What the product sends to the database for answered papers, statement by statement. The benchmark compares these with
// what the server really sends and stops when the product has changed and the floor has not.
const STORED = `SELECT id, paper_id AS paperId, account_id AS accountId, answers, started_at AS startedAt,
  not_counted_reason AS notCountedReason FROM quiz_attempt`

export const ITEMS = `SELECT id, version, content FROM quiz_item WHERE (id, version) IN (?)`

export const KNOWN = `${STORED} WHERE id IN (?) UNION ${STORED} WHERE paper_id IN (?)`

export const CLAIM = `INSERT INTO quiz_assessment (account_id, year, attempt_id) VALUES ? ON DUPLICATE KEY UPDATE account_id = VALUES(account_id)`

export const CLAIMED = `SELECT attempt_id AS attemptId FROM quiz_assessment WHERE (account_id, year) IN (?)`

export const ATTEMPT = `INSERT INTO quiz_attempt (id, paper_id, area_code, audience, channel, account_id, year, score, correct, total,
  is_aware, is_counted, not_counted_reason, issued_at, started_at, submitted_at, answers, asked_by, device_hash) VALUES ?`

export const attemptRow = (one) => [
  ...[one.id, one.paperId, one.areaCode, one.audience, one.channel, one.accountId, one.year, one.score],
  ...[
    one.correct,
    one.total,
    one.isAware,
    true,
    null,
    one.issuedAt,
    one.startedAt,
    one.submittedAt,
    one.answers,
    null,
    null,
  ],
]

export const TALLY = `INSERT INTO awareness_slot (area_code, year, audience, channel, slot, valid, aware) VALUES ?
  ON DUPLICATE KEY UPDATE valid = valid + VALUES(valid), aware = aware + VALUES(aware)`
