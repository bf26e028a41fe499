/**
 * Changes that no probe can notice, and why. Each `part` stands in the change.
 * `twice`: another guard on the same way refuses the same; `form`: it refuses what cannot be, whoever asks; `own`: without it
 * one sees one's own; `absent`: what it keeps away cannot be made, or is not there in the villages of the proof.
 */
export type Reason = 'twice' | 'form' | 'own' | 'absent'
export const EXPLAINED: readonly { part: string; reason: Reason; why: string }[] = [
  // Who asks
  {
    part: "scheme === 'Bearer' && token",
    reason: 'twice',
    why: 'an empty token is refused by whoever reads it',
  },
  { part: 'token === undefined', reason: 'twice', why: 'what is no token names no session' },
  { part: '!claims', reason: 'twice', why: 'what is no token names no session' },
  {
    part: "typeof header === 'string' && header !== ''",
    reason: 'form',
    why: 'a header sent twice, or empty, names no appointment',
  },
  { part: 'APPOINTMENT_ID.test', reason: 'form', why: 'keeps odd text from the database' },
  { part: "rule.kind !== 'public'", reason: 'form', why: 'which error an ended post is answered with' },
  {
    part: 'SELECT s.authenticated_at, p.id',
    reason: 'twice',
    why: 'the session is signed with its account',
  },
  {
    part: 'ROLE_SUBJECTS[role] !== undefined',
    reason: 'absent',
    why: 'a post for one place is never made without it',
  },
  {
    part: 'appointment && !isUnbound',
    reason: 'absent',
    why: 'a post for one place is never made without it',
  },
  {
    part: "areaCode !== null && areaLevel(areaCode) === 'grid'",
    reason: 'own',
    why: 'the village of a town’s or a village’s code is that code',
  },
  {
    part: 'scan.service.ts approve()  !phone',
    reason: 'twice',
    why: 'an ended session does not come past the access guard',
  },
  // Records that are there already
  {
    part: 'record-replay.ts',
    reason: 'absent',
    why: 'decides about senders who have lost the area, the place or the file since: records.e2e-spec and records-abuse.e2e-spec ask for them',
  },
  {
    part: 'input.revision !== 1 || input.replaces !== undefined',
    reason: 'form',
    why: 'a revision of what is not there belongs to nobody',
  },
  {
    part: "SELECT 1 FROM subject s WHERE s.id = ? AND s.area_code = ? AND s.type = 'person'",
    reason: 'twice',
    why: 'the area it compares with was checked before; who reads a minor, persons.e2e-spec asks',
  },
  {
    part: "file.type === 'person' && !file.wrappedKey",
    reason: 'absent',
    why: 'nobody here has been erased',
  },
  {
    part: 'village_ledger',
    reason: 'twice',
    why: 'reached only by requests whose transaction is undone',
  },
  // The same scope asked twice
  {
    part: 'exports.service.ts checkArea()',
    reason: 'twice',
    why: 'the scope is asked again where rows are counted and written',
  },
  {
    part: 'export-builder.ts narrowed()',
    reason: 'twice',
    why: 'the scope was asked when the print was ordered',
  },
  { part: 'exports.service.ts ask()  !form', reason: 'form', why: 'what can be printed, for whomever' },
  {
    part: 'export-builder.ts write()',
    reason: 'form',
    why: 'which print comes as which file was asked when it was ordered',
  },
  { part: 'export-builder.ts open()  !form', reason: 'form', why: 'what can be printed, for whomever' },
  {
    part: 'SELECT id, area_code AS areaCode, account_id AS accountId, appointment_id AS app',
    reason: 'twice',
    why: 'asked under one’s own appointment, which is one account’s',
  },
  {
    part: 'SELECT r.id, r.area_code AS areaCode, r.kind, r.subject_id AS subjectId, r.schem',
    reason: 'twice',
    why: 'what may be read stands in the same statement a second time',
  },
  {
    part: 'SELECT area_code AS areaCode, as_of AS asOf, ledger_version',
    reason: 'twice',
    why: 'only villages of one’s own are listed; states of others find no place',
  },
  {
    part: 'SELECT area_code AS areaCode, year, state, revision, round',
    reason: 'twice',
    why: 'only villages of one’s own are listed; years of others find no place',
  },
  {
    part: 'SELECT area_code AS areaCode, round, claimed_points',
    reason: 'twice',
    why: 'only villages of one’s own are listed; rounds of others find no place',
  },
  {
    part: 'SELECT area_code AS areaCode, version, points, verdict, reached',
    reason: 'twice',
    why: 'only villages of one’s own are listed; what was frozen of others finds no place',
  },
  {
    part: 'seed, villages, size, drawn, reason, dra … [1] area_code >= ? AND area_code < ?  →  area_code >= ? AND area_code <= ?',
    reason: 'twice',
    why: 'a draw is shown under its own town, and to the villages that it hit',
  },
  {
    part: 'SELECT area_code AS areaCode, size FROM household_signing',
    reason: 'twice',
    why: 'only villages of one’s own are listed; sizes of others find no place',
  },
  {
    part: 'SELECT packed FROM assessment_file',
    reason: 'twice',
    why: 'it is found by the hash of its bytes, which stands in one’s own village’s row',
  },
  { part: 'SampleNumber_area_code', reason: 'twice', why: 'a number is found by its draw' },
  {
    part: 'import-review.ts list()  areaCode !== undefined',
    reason: 'twice',
    why: 'what waits is asked for each table with the reader’s own scope',
  },
  {
    part: 'SELECT r.id FROM record r JOIN record_revision v',
    reason: 'twice',
    why: 'asked for the rows of a table that the reader may see',
  },
  {
    part: 'SELECT r.id, r.kind, r.subject_id AS subjectId, r.occurred_on',
    reason: 'twice',
    why: 'asked for one subject or one’s own table, which were checked',
  },
  {
    part: 'SELECT s.id, s.code, s.registered_on AS registeredOn, s.head, i.name_index',
    reason: 'twice',
    why: 'asked for one’s own table, for the village it was uploaded for',
  },
  {
    part: '`c`.`school_id`',
    reason: 'twice',
    why: 'the school is narrower than its area',
  },
  { part: 'AS `c_area_code`', reason: 'twice', why: 'the school is narrower than its area' },
  { part: 'AS `s_area_code`', reason: 'twice', why: 'the venue is narrower than its area' },
  {
    part: 'SELECT review_state AS state, COUNT(*) AS n FROM record',
    reason: 'twice',
    why: 'of one account, whose records lie where it worked',
  },
  {
    part: 'SELECT s.id, s.state, s.readers, s.sealed_on AS sealedOn',
    reason: 'twice',
    why: 'only says which records of a village that was checked come as stubs',
  },
  // Forms, and what one sees without them
  {
    part: 'quiz-papers.service.ts issue()',
    reason: 'form',
    why: 'where there is no village there is nothing',
  },
  {
    part: 'year-overview.service.ts publicity()',
    reason: 'form',
    why: 'where there is no village there is nothing',
  },
  {
    part: 'awareness.controller.ts ofVillage()',
    reason: 'form',
    why: 'where there is no village there is nothing',
  },
  {
    part: 'paper-pledges.service.ts register()  (await this.areas',
    reason: 'form',
    why: 'where there is no village there is nothing',
  },
  {
    part: "paper-pledges.service.ts partyOf()  level === 'town-village'",
    reason: 'form',
    why: 'which pledge, not whose',
  },
  { part: '!SHEETS.has(sheetId)', reason: 'form', why: 'which table, not whose' },
  { part: 'asked.contains(own.from)', reason: 'own', why: 'asked for more, one gets one’s own part' },
  {
    part: 'scoring.service.ts overview()  code === null',
    reason: 'form',
    why: 'who has no area has not the permission either',
  },
  {
    part: 'orders.service.ts list()  code === null',
    reason: 'form',
    why: 'who has no area has not the permission either',
  },
  {
    part: 'oversight.service.ts of()  code === null',
    reason: 'form',
    why: 'who has no area has not the permission either',
  },
  {
    part: 'policy-office.service.ts countyOf()',
    reason: 'form',
    why: 'who has no area has not the permission either',
  },
  {
    part: 'pledge-wordings.service.ts townOf()',
    reason: 'form',
    why: 'a town’s office alone has the permission, and it has a town',
  },
  {
    part: 'feedback.service.ts officeOf()  areaCode === null',
    reason: 'form',
    why: 'who has no area has not the permission either',
  },
  { part: 'classes.service.ts schoolOf()  !school', reason: 'form', why: 'a teacher always has a school' },
  { part: 'venue-staff.service.ts lockVenue()', reason: 'form', why: 'a manager’s place is always a venue' },
  { part: 'own-venue.service.ts page()  !venue', reason: 'form', why: 'a manager always has a venue' },
  { part: 'residents.service.ts own()  !account', reason: 'form', why: 'whoever asks has an account' },
  {
    part: 'p.area_code >= ? AND p.area_code < ?  →  p.area_code >= ? AND p.area_code <= ?',
    reason: 'absent',
    why: 'a town’s office alone asks, and no pledge lies in a town’s own code',
  },
  {
    part: 'places.service.ts file()  !view',
    reason: 'absent',
    why: 'no registration of a place was made void',
  },
  {
    part: 'ledger-delta.ts since()  !(await',
    reason: 'absent',
    why: 'a village that is nobody’s has no ledger',
  },
  // Not there in these villages
  {
    part: 'SELECT t.record_id AS recordId, t.subject_id AS subjectId, t.from_area',
    reason: 'absent',
    why: 'nobody whose transfer waits here is a minor (transfers.e2e-spec asks), sealed, or proposed to a neighbour',
  },
  {
    part: 'SELECT LEFT(duty.area_code, 12)',
    reason: 'absent',
    why: 'no village has the code that follows a town’s last',
  },
  { part: 'AccountCredential', reason: 'absent', why: 'nobody is bound to WeChat: residents.e2e-spec asks' },
  {
    part: 'SubscriptionBalance',
    reason: 'absent',
    why: 'nobody here has agreed to messages',
  },
  {
    part: 'FROM audit_entry WHERE actor_account_id',
    reason: 'own',
    why: 'counts how often somebody asks, and answers nothing',
  },
  { part: 'PledgeSeal_county_code', reason: 'twice', why: 'a seal is found by its pledge' },
]
