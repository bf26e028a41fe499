import type { Missing, MissingCode, Obligation, ObligationKind } from '../scorecard.ts'
import type { RemainderWhy } from './plan.ts'

/** What each lack is mended by, and what it is called when it remains. */
type Mending = { by: readonly ObligationKind[]; left: RemainderWhy }

const work = (...by: ObligationKind[]): Mending => ({ by, left: 'other' })
/** A window: open it can be met, closed it is lost. */
const window = (...by: ObligationKind[]): Mending => ({ by, left: 'lost' })
const fact = (...by: ObligationKind[]): Mending => ({ by, left: 'fact' })
const none = (left: RemainderWhy): Mending => ({ by: [], left })

const MENDINGS: { readonly [code in MissingCode]: Mending } = {
  talk: window('talk'),
  talkBeforeStart: none('paper'),
  test: window('test'),
  testBeforeStart: none('paper'),
  testPending: none('review'),
  supportGroup: work('support-group'),
  groupMembers: work('group-members'),
  relapse: none('lost'),
  relapsePending: none('review'),
  statusPending: none('review'),
  testOutcome: fact('test-outcome'),
  abstinenceStart: fact('abstinence-start'),
  belowThreeYears: none('date'),
  sentence: fact('sentence'),
  activities: window('publicity'),
  activitiesBeforeStart: none('paper'),
  rosterConfirmation: work('roster-confirmation'),
  measure: work('measure', 'review'),
  outOfTouch: work('locate'),
  verification: work('verification'),
  pledgeVillage: work('pledge'),
  pledgeGrid: work('pledge'),
  pledgeVenue: work('pledge'),
  pledgeHouseholds: work('household-pledges'),
  households: fact('grid-households'),
  newUser: none('lost'),
  newUserPending: none('review'),
  incident: none('lost'),
  incidentPending: none('review'),
  sweep: work('sweep'),
  keyPersonStale: work('verification'),
  keyPersonMeasure: work('key-person-measure'),
  site: work('site'),
  siteStale: work('site'),
  grids: work('grids'),
  gridBoundary: work('grid-boundary'),
  gridWorker: work('grid-worker'),
  skillCheck: work('skill-check'),
  patrol: none('date'),
  patrolBeforeStart: none('paper'),
  cleanUp: work('clean-up'),
  document: work('document'),
  bottomLinesText: work('bottom-lines-text'),
  declaration: work('bottom-line-declaration'),
  declarationBeforeStart: none('paper'),
  linesNotKept: none('lost'),
  breach: none('lost'),
  breachPending: none('review'),
  leadingGroup: work('leading-group'),
  groupRoles: work('leading-group'),
  office: work('village-office'),
  fileFields: work('file-fields', 'measure', 'review'),
  venueSurvey: work('venue-survey'),
  venuesUnlisted: work('venues'),
  venueKeyParts: work('venue-fields'),
  venueMonitoring: work('venue-fields'),
  venueInspection: work('venue-inspection'),
}

/** Duties that write down how something is, or what a second person says of it. Neither can anybody plan. */
const FACTS: readonly ObligationKind[] = [
  'review',
  'test-outcome',
  'abstinence-start',
  'sentence',
  'grid-households',
  'audience-count',
  'staff-roster',
]

export const isFact = (kind: ObligationKind): boolean => FACTS.includes(kind)

/** Duties of the yearly file: they serve no part, and earn points. */
const EARNING: readonly ObligationKind[] = [
  'meeting',
  'funds',
  'audience-count',
  'staff-roster',
  'class-session',
  'awareness',
]

export const isEarning = (kind: ObligationKind): boolean => EARNING.includes(kind)

/** Lacks told for each window, where a duty of another window does not help. */
const BY_PERIOD: readonly MissingCode[] = ['talk', 'test', 'activities', 'declaration']

/** Whether doing a duty mends what is missing. */
export function mends({ kind, subjectId, period, params }: Obligation, missing: Missing): boolean {
  const { code } = missing
  if (!MENDINGS[code].by.includes(kind)) return false
  if (code === 'document') return params?.document === missing.params?.document
  if (BY_PERIOD.includes(code) && missing.period !== period) return false
  // A later roster stands for the earlier ones.
  if (code === 'rosterConfirmation') return period >= missing.period!
  // A stale site is mended by any site that is checked; everything else is about one subject or about the village.
  return code === 'siteStale' || missing.subjectId === undefined || missing.subjectId === subjectId
}

export const leftBy = ({ code }: Missing): RemainderWhy => MENDINGS[code].left
