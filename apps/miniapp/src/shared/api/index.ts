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
  type HandoverWork,
} from './resources/appointments'
export {
  assessmentsApi,
  type Calendar,
  type ExperienceReport,
  type ItemChange,
  type PaperEvidence,
  type SpotCheck,
  type TownYear,
  type VillageYear,
  type VillageYearLine,
  type YearAct,
  type YearAppeal,
  type YearClaim,
  type YearItem,
  type YearOverview,
  type YearState,
} from './resources/assessments'
export { attachmentsApi, type UploadState } from './resources/attachments'
export {
  type AwarenessMissing,
  type AwarenessReport,
  awarenessApi,
  type KnownItem,
  type NumberOutcome,
  type NumberState,
  type PeopleAwareness,
  type Sample,
  type SamplePaper,
  type SampleSlips,
  type SampleWithNumbers,
  type StateCounts,
  type Survey,
  type SurveyIn,
  samplesApi,
  surveysApi,
} from './resources/awareness'
export { type Beginning, beginningsApi } from './resources/beginnings'
export {
  type ClassAnswers,
  type ClassBoard,
  type ClassHead,
  type ClassIn,
  type ClassPaper,
  classesApi,
} from './resources/classes'
export { colleaguesApi } from './resources/colleagues'
export {
  type Brief,
  briefsApi,
  type Dictionary,
  dictionariesApi,
  listsApi,
  type PolicyBook,
  type PolicyDraft,
  type PolicyDraftHead,
  type PolicyDraftIn,
  type PolicyValue,
  type PublicPage,
  policiesApi,
  publicPageApi,
  type ScreenListId,
  statusApi,
} from './resources/desk'
export {
  type ExportForm,
  type ExportFormat,
  type ExportIn,
  type ExportItem,
  exportsApi,
} from './resources/exports'
export { type HandInOutcome, handInsApi, type TakenFile } from './resources/hand-ins'
export {
  type Household,
  type HouseholdKey,
  type HouseholdState,
  type Households,
  type HouseholdText,
  householdsApi,
} from './resources/households'
export {
  importsApi,
  type TableAction,
  type TableHead,
  type UploadedTable,
  type WaitingTable,
} from './resources/imports'
export { inboxApi } from './resources/inbox'
export {
  type Order,
  type OrderAbout,
  type OrderDecision,
  type OrderHead,
  type OrderIn,
  type OrderList,
  type OrderStep,
  ordersApi,
} from './resources/orders'
export {
  type CoverageYear,
  type Oversight,
  type OversightWeek,
  oversightApi,
  type VillageChange,
} from './resources/oversight'
export {
  type OwnVenue,
  ownVenueApi,
  type StaffCertificate,
  type StaffMember,
  type StaffPaper,
} from './resources/own-venue'
export { personsApi, type Reading } from './resources/persons'
export { placesApi } from './resources/places'
export {
  type PlaqueDecision,
  type PlaqueDecisionIn,
  type PlaqueDecisionKind,
  type PlaqueDraft,
  type PlaqueValidity,
  type PlaqueView,
  plaquesApi,
} from './resources/plaques'
export {
  type LevelCoverage,
  type MissingPledge,
  pledgeOfficeApi,
  type VillageCoverage,
  type Wording,
  type WordingVersion,
} from './resources/pledge-office'
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
  type BankFilter,
  type BankHead,
  type BankItemPage,
  type BankList,
  type ItemState,
  type ItemVersion,
  type QuestionWords,
  quizBankApi,
  type StudyCard,
  type UploadedQuestions,
} from './resources/quiz-bank'
export {
  type Audience,
  type MarkedQuestion,
  type QuizAttempt,
  type QuizAttemptIn,
  type QuizPaper,
  type QuizPurpose,
  type QuizQuestion,
  quizzesApi,
} from './resources/quizzes'
export { recordsApi } from './resources/records'
export { remindersApi } from './resources/reminders'
export { type Letter, type LetterIn, type LetterKind, type MyData, rightsApi } from './resources/rights'
export { sessionApi } from './resources/session'
export { transfersApi } from './resources/transfers'
export {
  type AreaDuties,
  type AreaDuty,
  type AudienceAwareness,
  type DutyCount,
  type DutyFilter,
  type Overview,
  OWN_SHOWN,
  type VillageAwareness,
  villagesApi,
} from './resources/villages'
export type * from './types'
