const SEALED = new Set(['note'])

/** Payload as it may be read, without the words that are sealed. */
const readable = ({ kind, payload }) =>
  kind === 'talk'
    ? Object.fromEntries(Object.entries(payload).filter(([name]) => !SEALED.has(name)))
    : payload

const same = (stored, sent) =>
  JSON.stringify(Object.entries(stored).sort()) === JSON.stringify(Object.entries(sent).sort())

/**
 * Looks into the database, past the server: is every submission there once and whole, and nothing else?
 * @param {(sql: string, values?: unknown[]) => Promise<object[]>} query
 * @param {Map<string, { id: string, record: object }>} submissions by `id.revision`: everything that was ever sent
 * @returns {Promise<{ stored: number, lost: string[], doubled: string[], halves: string[] }>} each fault in words
 */
export async function checkLedger(query, submissions) {
  const lost = []
  const doubled = []
  const halves = []
  const records = await query(
    `SELECT id, area_code, kind, subject_id, current_revision, ledger_version FROM record`,
  )
  const revisions = await query(
    `SELECT record_id, revision, payload, is_void FROM record_revision ORDER BY record_id, revision`,
  )
  const entries = await query(
    `SELECT area_code, object_id, action, details FROM audit_entry WHERE object_type = 'record' AND action IN ('record.submitted', 'record.revised', 'record.voided')`,
  )
  const events = await query(`SELECT dedupe_key AS eventKey FROM outbox_event WHERE type = 'ledger.changed'`)
  const ledgers = await query(`SELECT area_code, version FROM village_ledger`)

  const byKey = new Map(revisions.map((row) => [`${row.record_id}.${row.revision}`, row]))
  for (const [key, { record }] of submissions) {
    const row = byKey.get(key)
    if (!row) lost.push(`${key}: not stored`)
    else if (!record.void && !same(JSON.parse(row.payload), readable(record)))
      lost.push(`${key}: another content`)
  }
  for (const key of byKey.keys()) if (!submissions.has(key)) doubled.push(`${key}: nobody sent it`)

  const audited = new Map()
  const versions = new Map()
  for (const { area_code: area, object_id: id, details } of entries) {
    const { revision, version } = JSON.parse(details)
    const key = `${id}.${revision}`
    if (audited.has(key)) doubled.push(`${key}: two audit entries`)
    audited.set(key, version)
    const taken = versions.get(area) ?? new Set()
    if (taken.has(version)) doubled.push(`${area}: version ${version} twice`)
    versions.set(area, taken.add(version))
  }
  const announced = new Set(events.map(({ eventKey }) => eventKey))
  for (const { id, area_code: area, current_revision: current, ledger_version: version } of records) {
    for (let revision = 1; revision <= current; revision++) {
      const key = `${id}.${revision}`
      if (!byKey.has(key)) halves.push(`${key}: its revision is missing`)
      if (!audited.has(key)) halves.push(`${key}: its audit entry is missing`)
      else if (!announced.has(`ledger.changed:${area}:${audited.get(key)}`))
        halves.push(`${key}: its event is missing`)
    }
    if (audited.get(`${id}.${current}`) !== Number(version))
      halves.push(`${id}: stamped with another version`)
  }
  const stored = records.reduce((sum, { current_revision: current }) => sum + current, 0)
  if (stored !== revisions.length) halves.push(`${revisions.length} revisions of records that say ${stored}`)
  if (audited.size !== revisions.length)
    halves.push(`${audited.size} audit entries of ${revisions.length} revisions`)
  if (announced.size !== revisions.length)
    halves.push(`${announced.size} events of ${revisions.length} revisions`)
  for (const { area_code: area, version } of ledgers)
    if (versions.get(area)?.size !== Number(version) || Math.max(...versions.get(area)) !== Number(version))
      halves.push(`${area}: version ${version} after ${versions.get(area)?.size} changes`)

  const persons = await query(
    `SELECT r.id FROM record r LEFT JOIN subject s ON s.id = r.subject_id LEFT JOIN person_identity i ON i.subject_id = r.subject_id
     WHERE r.kind = 'person-registration' AND (s.id IS NULL OR i.subject_id IS NULL)`,
  )
  for (const { id } of persons) halves.push(`${id}: a registration without its person`)
  return { stored: revisions.length, lost, doubled, halves }
}
