export { api } from './api'
export {
  AccountChangedError,
  type ApiClient,
  type Call,
  type ClientSetup,
  type Credentials,
  createClient,
} from './client'
export { ApiError, fieldOf, problemOf } from './problem'
export { appConfigApi } from './resources/app-config'
export {
  type AppointmentIn,
  type AppointmentItem,
  appointmentsApi,
} from './resources/appointments'
export { colleaguesApi } from './resources/colleagues'
export {
  type ExportForm,
  type ExportFormat,
  type ExportIn,
  type ExportItem,
  exportsApi,
} from './resources/exports'
export { inboxApi } from './resources/inbox'
export { personsApi } from './resources/persons'
export {
  type Pledge,
  type PledgeCheck,
  type PledgeHead,
  type PledgeReceipt,
  type PledgeSignatureIn,
  type PledgeState,
  pledgesApi,
} from './resources/pledges'
export {
  type Audience,
  type QuizAttempt,
  type QuizAttemptIn,
  type QuizPaper,
  type QuizPurpose,
  type QuizQuestion,
  quizzesApi,
} from './resources/quizzes'
export { recordsApi } from './resources/records'
export { remindersApi } from './resources/reminders'
export { sessionApi } from './resources/session'
export {
  type AreaDuties,
  type AreaDuty,
  type AudienceAwareness,
  type Overview,
  OWN_SHOWN,
  type VillageAwareness,
  villagesApi,
} from './resources/villages'
export type * from './types'
