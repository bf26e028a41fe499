/** The ten standards of 三(二). */
export const STANDARD_IDS = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10'] as const
export type StandardId = (typeof STANDARD_IDS)[number]

/** The six measures of 三(三). */
export const MEASURE_IDS = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6'] as const
export type MeasureId = (typeof MEASURE_IDS)[number]

/** Every part the notice asks for. */
export const PART_IDS = [
  'S1',
  'S2.support',
  'S2.talks',
  'S2.tests',
  'S2.relapse',
  'S2.threeYears',
  'S3',
  'S4.pledges',
  'S4.groups',
  'S5.newUsers',
  'S5.crimes',
  'S6',
  'S7',
  'S8',
  'S9.division',
  'S9.skill',
  'S9.work',
  'S10.rules',
  'S10.lines',
  ...MEASURE_IDS,
] as const
export type PartId = (typeof PART_IDS)[number]
/** What the verdict is gated by. */
export type GateId = StandardId | MeasureId

/** Codes of what is missing, or speaks against a part. */
export type MissingCode =
  | 'talk'
  | 'talkBeforeStart'
  | 'test'
  | 'testBeforeStart'
  | 'supportGroup'
  | 'groupMembers'
  | 'relapse'
  | 'relapsePending'
  | 'testOutcome'
  | 'testPending'
  | 'statusPending'
  | 'abstinenceStart'
  | 'belowThreeYears'
  | 'sentence'
  | 'activities'
  | 'activitiesBeforeStart'
  | 'rosterConfirmation'
  | 'measure'
  | 'outOfTouch'
  | 'verification'
  | 'pledgeVillage'
  | 'pledgeGrid'
  | 'pledgeVenue'
  | 'pledgeHouseholds'
  | 'households'
  | 'newUser'
  | 'newUserPending'
  | 'incident'
  | 'incidentPending'
  | 'sweep'
  | 'keyPersonStale'
  | 'keyPersonMeasure'
  | 'site'
  | 'siteStale'
  | 'grids'
  | 'gridBoundary'
  | 'gridWorker'
  | 'skillCheck'
  | 'patrol'
  | 'patrolBeforeStart'
  | 'cleanUp'
  | 'document'
  | 'bottomLinesText'
  | 'declaration'
  | 'declarationBeforeStart'
  | 'linesNotKept'
  | 'breach'
  | 'breachPending'
  | 'leadingGroup'
  | 'groupRoles'
  | 'office'
  | 'fileFields'
  | 'venueSurvey'
  | 'venuesUnlisted'
  | 'venueKeyParts'
  | 'venueMonitoring'
  | 'venueInspection'

/** Codes of what to do, or to know, next. */
export type NextCode =
  | 'talkToday'
  | 'testToday'
  | 'activitiesToday'
  | 'cannotMend'
  | 'pastEvidence'
  | 'formGroup'
  | 'completeGroup'
  | 'recordOutcome'
  | 'awaitReview'
  | 'recordAbstinence'
  | 'recordSentence'
  | 'waitUntil'
  | 'confirmRoster'
  | 'recordMeasures'
  | 'verify'
  | 'signPledges'
  | 'sweepNow'
  | 'checkKeyPersons'
  | 'checkSite'
  | 'recordGrids'
  | 'completeGrids'
  | 'checkSkills'
  | 'patrolNextMonth'
  | 'completeGridWork'
  | 'fileDocuments'
  | 'confirmLines'
  | 'declareQuarter'
  | 'formLeadingGroup'
  | 'completeLeadingGroup'
  | 'completeOffice'
  | 'completeFiles'
  | 'surveyVenues'
  | 'listVenues'
  | 'completeVenues'
  | 'updateApp'
  | 'reportFault'

/** Codes of figures shown beside a part. */
export type NoteCode =
  | 'inTerm'
  | 'withoutBasis'
  | 'threeYearsAllExisting'
  | 'threeYearsOutsideMeasures'
  | 'noneFoundTrack'
  | 'inTermItems'
  | 'householdPledges'
  | 'selfRegistered'
  | 'rosterGaps'
  | 'patrolGaps'

/** Why a part could not be judged. */
export type Reason =
  | 'malformedLedger'
  | 'malformedRecord'
  | 'unknownKind'
  | 'newerVersion'
  | 'noPolicy'
  | 'ruleFailed'
  | 'evidenceMissing'
  | 'awaitingReview'
  | 'rosterNotConfirmed'
  | 'nothingToJudge'
  | 'noneFound'
  | 'partsNotJudged'

/** Kinds of duty. */
export type ObligationKind =
  | 'talk'
  | 'test'
  | 'recheck'
  | 'test-outcome'
  | 'support-group'
  | 'group-members'
  | 'full-group'
  | 'measure'
  | 'review'
  | 'report-in'
  | 'term-end'
  | 'abstinence-start'
  | 'sentence'
  | 'retirement'
  | 'publicity'
  | 'roster-confirmation'
  | 'locate'
  | 'verification'
  | 'key-person-measure'
  | 'sweep'
  | 'pledge'
  | 'site'
  | 'grids'
  | 'grid-boundary'
  | 'grid-worker'
  | 'skill-check'
  | 'patrol'
  | 'clean-up'
  | 'document'
  | 'bottom-lines-text'
  | 'bottom-line-declaration'
  | 'leading-group'
  | 'village-office'
  | 'file-fields'
  | 'venue-survey'
  | 'venue-fields'
  | 'venue-inspection'
  | 'rectification'
  | 'experience-report'
  | 'police-report'
  | 'town-decision'
  | 'agreement'
  | 'household-pledges'
  | 'grid-households'
  | 'venues'
  | 'meeting'
  | 'funds'
  | 'audience-count'
  | 'staff-roster'
  | 'class-session'
  | 'awareness'
