export {
  type Assessment,
  type AssessmentOptions,
  assessYear,
  type Band,
  type ItemOutcome,
} from './assessment/assessment.ts'
export { schoolFinding, venueFinding } from './assessment/awareness-items.ts'
export type { AudienceCount, AwarenessCounts, ItemReason, ItemState } from './assessment/item.ts'
export type { Veto, VetoCode } from './assessment/vetoes.ts'
export { FULL_POINTS, ITEM_IDS, type ItemId, type Weights } from './assessment/weights.ts'
export { type AwarenessFrame, awarenessFrame } from './awareness/awareness-frame.ts'
export {
  type Audience,
  type AwarenessOutcome,
  awarenessOutcome,
  type Channel,
  type Tally,
} from './awareness/awareness-outcome.ts'
export {
  BANK_AUDIENCES,
  BANK_WORDS,
  type BankAudience,
  ITEM_TYPES,
  type ItemType,
  TOPICS,
  type Topic,
} from './awareness/bank-words.ts'
export {
  type Answer,
  type BankItem,
  drawPaper,
  type MarkedItem,
  type Marks,
  markPaper,
  type PaperItem,
  type PaperOrder,
  type Question,
  questionOf,
} from './awareness/paper.ts'
export { drawNumbers } from './awareness/sample-draw.ts'
export { stratifiedRate } from './awareness/stratified-rate.ts'
export { wilson } from './awareness/wilson.ts'
export { canonicalJson } from './core/canonical-json.ts'
export type { Day, Instant, IsoDate, IsoMonth } from './core/iso-date.ts'
export {
  addDays,
  addMonths,
  chinaDateOf,
  daysBetween,
  isInstant,
  isIsoDate,
  isIsoMonth,
  lastDayOfMonth,
  monthOf,
  yearOf,
} from './core/iso-date.ts'
export type { State } from './core/outcome.ts'
export { ROLES, type Role } from './core/role.ts'
export { type Effort, effortOf } from './gap-plan/effort.ts'
export { gapPlan, type PointsSource } from './gap-plan/gap-plan.ts'
export type * from './gap-plan/plan.ts'
export { pointsOfYear } from './gap-plan/points-of-year.ts'
export { CLAUSES, NOTICE } from './notice/clauses.ts'
export * from './obligations/arranging.ts'
export * from './obligations/explanation-reasons.ts'
export { type ObligationOptions, obligations } from './obligations/obligations.ts'
export {
  type Onboarding,
  type OnboardingStep,
  type OnboardingStepId,
  onboarding,
} from './onboarding/onboarding.ts'
export {
  type Plaque,
  type PlaqueAsOf,
  type PlaqueConsequence,
  type PlaqueStep,
  plaqueOf,
} from './plaque/plaque.ts'
export type * from './plaque/plaque-decision.ts'
export type { PlaqueEffect, PlaqueStage, PlaqueState } from './plaque/transitions.ts'
export {
  type CountyOverride,
  POLICIES,
  type Policies,
  type PolicyId,
  type PolicyValues,
} from './policy/policies.ts'
export { NoPolicyError, policyAt, policyReader } from './policy/policy-at.ts'
export * from './policy/policy-form.ts'
export { type PolicyRelease, policiesOfCounty } from './policy/released.ts'
export type { Regime, TestSchedule } from './policy/test-schedule.ts'
export { judgingAll, WHOLE_NOTICE_POLICIES } from './policy/whole-notice.ts'
export { fieldFault, isShown } from './records/check-field.ts'
export { JUDGED_MATTERS, type JudgedMatter } from './records/human-judgement.ts'
export { issueText } from './records/issue-text.ts'
export { formJsonSchema, type JsonSchema, type RecordSchema, recordSchema } from './records/json-schema.ts'
export { KEY_PERSON_CATEGORIES, type KeyPersonCategory } from './records/key-person.ts'
export { isKindId, isPersonKind } from './records/kind-id.ts'
export { KIND_OUTLINES } from './records/kind-outlines.ts'
export type {
  Field,
  FieldClass,
  FieldType,
  Issue,
  IssueCode,
  KindId,
  KindOutline,
  Option,
  Payload,
  RecordKind,
  SubjectKind,
  ValidationContext,
} from './records/record-kind.ts'
export { identityFields, RECORD_KINDS, textFields } from './records/record-kinds.ts'
export { waitsForSecond } from './records/second-person.ts'
export { type FiledSubject, isRegistering, type PlaceKind, REGISTERING } from './records/subjects.ts'
export { upcastRecord } from './records/upcast-record.ts'
export {
  payloadOfForm,
  type SplitPayload,
  splitPayload,
  type Validation,
  validateRecord,
} from './records/validate-record.ts'
export {
  BOTTOM_LINES,
  DOCUMENTS,
  type DocumentType,
  MEMBER_KINDS,
  type MemberKind,
  STATUSES,
  type Status,
} from './records/vocabulary.ts'
export { carriedHistory } from './registers/carried-history.ts'
export {
  type CycleState,
  type CycleView,
  type KeyStanding,
  type KeyView,
  type PersonStanding,
  type PersonView,
  type StatusView,
  standingOf,
  type VillageFold,
  villageFold,
} from './registers/person-view.ts'
export { type PlaceView, placeFold } from './registers/place-view.ts'
export type { Trouble } from './registers/read-ledger.ts'
export type { StatutoryClock } from './registers/statutory-clock.ts'
export type { AsOf } from './registers/village.ts'
export type * from './scorecard.ts'
export { MEASURE_IDS, STANDARD_IDS } from './scorecard-ids.ts'
export {
  type Quota,
  type Reach,
  type Share,
  type ShownFigures,
  type ShownJudgement,
  shownFigures,
  type VenueProblems,
  type YearOnYear,
} from './shown/shown.ts'
export { assess, ledgerTroubles, RULES_VERSION } from './standards/assess.ts'
export { kindsEntered, kindsInUse } from './standards/kinds-in-use.ts'
export { gridHouseholds, signedHouseholds } from './standards/s4-pledges.ts'
export {
  ASSESSMENT_ZH,
  bandLabel,
  itemPointsText,
  itemTitle,
  totalText,
  vetoText,
} from './text/assessment-text.ts'
export { dateText, periodText } from './text/dates.ts'
export { obligationReason } from './text/duty-reason-text.ts'
export { missedText, obligationLabel, obligationTitle } from './text/duty-text.ts'
export { itemHow, itemSum, partSentence } from './text/explain-text.ts'
export { fill } from './text/fill.ts'
export { howText, missingText, nextText, noteText } from './text/finding-text.ts'
export {
  owedByText,
  type PlanSection,
  partName,
  planHead,
  planSections,
  remainderText,
  type StepText,
  stepText,
} from './text/gap-plan-text.ts'
export {
  kindLabel,
  noneFoundText,
  roleLabel,
  stateLabel,
  statusLabel,
  trackLabel,
  type Wording,
} from './text/names.ts'
export { partText, partTitle, reasonText, standardNumber, standardTitle } from './text/part-text.ts'
export {
  plaqueConsequenceText,
  plaqueFaultText,
  plaqueStateLabel,
  plaqueStepText,
  plaqueTexts,
} from './text/plaque-text.ts'
export { judgementText, quotaText, shownTexts, townTexts } from './text/shown-text.ts'
export { sumText } from './text/sums.ts'
export { cycleStateLabel, presenceLabel } from './text/values.ts'
export {
  changeTexts,
  comparisonTexts,
  faultText,
  itemChangeText,
  partChangeText,
  valueChangeText,
  villageChangeTexts,
  WHAT_IF_ZH,
} from './text/what-if-text.ts'
export { ZH } from './text/zh.ts'
export {
  onboardingFigures,
  onboardingHow,
  onboardingStateLabel,
  onboardingSummary,
  onboardingTitle,
} from './text/zh-onboarding.ts'
export { ZH_PLAN as PLAN_ZH } from './text/zh-plan.ts'
export { type TownCount, type TownFigures, type TownVillage, townFigures } from './town/town.ts'
export type { LedgerRecord, ReviewState, VillageLedger } from './village-ledger.ts'
export {
  type CompareOptions,
  type Comparison,
  compare,
  type DutyChanges,
  type DutyNamed,
  type PartSummary,
  type ValueChange,
  type VillageChange,
} from './what-if/compare.ts'
export {
  type PoliciesRead,
  type PolicyFault,
  PolicyFormatError,
  type PolicyIssue,
  policiesOf,
  readPolicies,
} from './what-if/read-policies.ts'
export {
  type CountsFault,
  type CountsIssue,
  type CountsRead,
  readYearCounts,
  type YearCounts,
} from './what-if/read-year-counts.ts'
export {
  type Figures,
  type ItemChange,
  type ItemFigures,
  itemChanges,
  type PartChange,
  type ScorecardChanges,
  scorecardChanges,
} from './what-if/scorecard-changes.ts'
export {
  freeze,
  isSnapshot,
  readSnapshot,
  type Snapshot,
  type SnapshotFault,
  type SnapshotIssue,
  type SnapshotRead,
} from './what-if/snapshot.ts'
