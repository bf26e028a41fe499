// What the product sends to the database for a new record, statement by statement. The benchmark compares these with
// what the server really sends and stops when the product has changed and the floor has not.
const RECORD_COLUMNS = `r.id, r.area_code AS areaCode, r.kind, r.subject_id AS subjectId, r.schema_version AS schemaVersion,
  r.occurred_on AS occurredOn, r.received_at AS receivedAt, r.review_state AS reviewState, r.current_revision AS currentRevision,
  r.ledger_version AS ledgerVersion, r.submitted_by_account AS submittedByAccount, r.submitted_by_role AS submittedByRole`

export const STANDING = `SELECT s.authenticated_at, p.id, p.role, p.area_code, p.subject_id
  FROM session s
  JOIN account a ON a.id = s.account_id AND a.state = 'active'
  LEFT JOIN appointment p ON p.account_id = s.account_id AND p.ended_at IS NULL
    AND p.from_on <= ? AND (p.to_on IS NULL OR p.to_on >= ?)
  WHERE s.id = ? AND s.account_id = ? AND s.revoked_at IS NULL AND s.expires_at > ?
  ORDER BY p.from_on, p.id LIMIT 1`

export const KNOWN = `SELECT ${RECORD_COLUMNS}, v.fingerprint AS askedFingerprint, v.submitted_by_account AS askedBy,
  s.area_code AS fileArea, s.state AS fileState, s.readers AS fileReaders
  FROM record r LEFT JOIN record_revision v ON v.record_id = r.id AND v.revision = ?
  LEFT JOIN subject s ON s.id = r.subject_id WHERE r.id = ?`

export const AREA = `SELECT code, level, name, parent_code AS parentCode, is_demo AS isDemo, start_on AS startOn FROM area WHERE code = ?`

export const LOCK = `SELECT s.id, s.type, s.area_code, s.code, s.name, s.registered_on, s.state, s.sealed_on, s.readers, s.registers,
  s.head, s.head_version, s.access_version, i.wrapped_key, i.name_sealed
  FROM subject s LEFT JOIN person_identity i ON i.subject_id = s.id
  WHERE s.id = ? AND s.area_code >= ? AND s.area_code < ? AND (? IS NULL OR s.id = ?) FOR UPDATE`

export const ADVANCE = `UPDATE village_ledger SET version = version + 1, next_person_no = next_person_no + ?, changed_at = ? WHERE area_code = ?`

export const HEAD = `SELECT area_code, version, start_on, next_person_no FROM village_ledger WHERE area_code = ?`

export const RECORD = `INSERT INTO record (id, area_code, kind, subject_id, schema_version, occurred_on, received_at, review_state, current_revision, ledger_version, submitted_by_account, submitted_by_role)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

export const REVISION = `INSERT INTO record_revision (record_id, revision, schema_version, occurred_on, payload, sealed_text, received_at, device_time, submitted_by_account, submitted_by_role, fingerprint, content_hash, review_state, reviewed_at, reviewed_by, is_void, reason, set_aside)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

export const AUDIT = `INSERT INTO audit_entry (county_code, id, occurred_at, actor_account_id, actor_role, area_code, action, object_type, object_id, details, entry_hash, chain_seq)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)`

export const OUTBOX = `INSERT INTO outbox_event (id, area_code, type, dedupe_key, payload, run_at, created_at, state, worker, tries)
  VALUES (?, ?, ?, ?, ?, ?, ?, 'ready', NULL, 0) ON DUPLICATE KEY UPDATE id = id`

export const OF_SUBJECT = `SELECT r.id, v.revision, r.kind, v.schema_version, r.subject_id, r.area_code, v.occurred_on, v.received_at, v.review_state, v.reviewed_at, v.payload
  FROM record r STRAIGHT_JOIN record_revision v ON v.record_id = r.id AND (v.revision = r.current_revision OR (r.review_state IN ('pending', 'returned') AND v.revision < r.current_revision))
  WHERE r.subject_id = ? ORDER BY r.ledger_version, r.id, v.revision`
