export { account } from './account'
export { awareness, invited, sampling } from './awareness'
export { common, count, cycles, operator, states, strips, tabs, textSize, textSizes } from './common'
export {
  brief,
  dictionaries,
  plaquePage,
  plaquePaper,
  policies,
  policyDraft,
  systemStatus,
  villagePublic,
} from './desk'
export { errors } from './errors'
export { exports } from './exports'
export { handIn, handIns } from './hand-in'
export { check, home, me, person, work } from './home'
export { householdPledge, households } from './households'
export { inbox, reminders } from './inbox'
export { beginning, beginnings, tables, waitingTables } from './intake'
export { knowledge } from './knowledge'
export { issue, late, map, moves, orders } from './oversight'
export { photos } from './photos'
export { plaque } from './plaque'
export { pledge } from './pledge'
export { pledgeOffice, wordings } from './pledge-office'
export { privacy, privacyAsk } from './privacy'
export { help, place, publicHome, verify, villageNotice } from './public'
export { quiz } from './quiz'
export { questionTable, quizBank } from './quiz-bank'
export { merge, outbox, record } from './record'
export { choose, lists, placeFile, registers, transfers } from './register'
export { letters, myData, officeLetters, readings } from './rights'
export { roleNames } from './roles'
export { classes } from './school'
export { study } from './study'
export {
  accounts,
  appoint,
  arrange,
  overview,
  ownDuties,
  reviews,
  villageStandard,
  villageState,
} from './town'
export { ownVenue } from './venue'
export { toAwarenessText, village } from './village'
export { year } from './year'
