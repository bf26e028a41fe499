/** Changes that nobody can notice from outside, and why. `part` stands in the change. */
export const EXPLAINED: readonly { part: string; why: string }[] = [
  { part: "scheme === 'Bearer' && token", why: 'an empty token is refused by whoever reads it' },
  { part: 'access.guard.ts:38', why: 'every route has a rule: another test walks them all' },
  { part: 'token === undefined', why: 'what is no token names no session' },
  {
    part: "typeof header === 'string' && header !== ''",
    why: 'a header sent twice, or empty, names no appointment',
  },
  { part: 'APPOINTMENT_ID.test', why: 'keeps odd text from the database, where it would name nothing' },
  { part: 'FROM session s JOIN account … [1] s.account_id', why: 'the session is signed with its account' },
  { part: "level !== 'village'", why: 'where there is no village there is nothing to be found' },
  { part: 'village_ledger', why: 'reached only by requests whose transaction is undone' },
  {
    part: 'FROM audit_entry WHERE actor_account_id',
    why: 'counts how often somebody asks, and answers nothing',
  },
  { part: 'PledgeSeal_county_code', why: 'a seal is found by its pledge; the county only says which chain' },
  { part: 'SUM(valid) AS valid', why: 'the public figures of a village, which its own tests check' },
]
