import { absence } from './absence.ts'
import { abstinenceStart } from './abstinence-start.ts'
import { agreement } from './agreement.ts'
import { audienceCount } from './audience-count.ts'
import { bottomLineBreach } from './bottom-line-breach.ts'
import { bottomLineDeclaration } from './bottom-line-declaration.ts'
import { bottomLinesText } from './bottom-lines-text.ts'
import { carryOver } from './carry-over.ts'
import { classSession } from './class-session.ts'
import { cleanUp } from './clean-up.ts'
import { concealmentFinding } from './concealment-finding.ts'
import { educationSite } from './education-site.ts'
import { experienceReport } from './experience-report.ts'
import { funds } from './funds.ts'
import { grid } from './grid.ts'
import { gridAssignment } from './grid-assignment.ts'
import { humanJudgement } from './human-judgement.ts'
import { incident } from './incident.ts'
import { keyPerson } from './key-person.ts'
import { keyPersonEnd } from './key-person-end.ts'
import { leadingGroup } from './leading-group.ts'
import { leave } from './leave.ts'
import { meeting } from './meeting.ts'
import { newFinding } from './new-finding.ts'
import { pastEvidence } from './past-evidence.ts'
import { patrol } from './patrol.ts'
import { personRegistration } from './person-registration.ts'
import { personStatus } from './person-status.ts'
import { pledgeSigned } from './pledge-signed.ts'
import { policeQuota } from './police-quota.ts'
import { policeReport } from './police-report.ts'
import { publicityActivity } from './publicity-activity.ts'
import type { KindId, RecordKind } from './record-kind.ts'
import { rectification } from './rectification.ts'
import { relapse } from './relapse.ts'
import { rosterConfirmation } from './roster-confirmation.ts'
import { school } from './school.ts'
import { skillCheck } from './skill-check.ts'
import { staffRoster } from './staff-roster.ts'
import { supportGroup } from './support-group.ts'
import { sweep } from './sweep.ts'
import { talk } from './talk.ts'
import { testOutcome } from './test-outcome.ts'
import { townDecision } from './town-decision.ts'
import { transfer } from './transfer.ts'
import { transferAcceptance } from './transfer-acceptance.ts'
import { urineTest } from './urine-test.ts'
import { venue } from './venue.ts'
import { venueInspection } from './venue-inspection.ts'
import { venueProblem } from './venue-problem.ts'
import { venueSurvey } from './venue-survey.ts'
import { verification } from './verification.ts'
import { villageDocument } from './village-document.ts'
import { villageOffice } from './village-office.ts'

/** Every kind of record, the one description of each: form, validation, sensitivity, labels. */
export const RECORD_KINDS: Readonly<Record<KindId, RecordKind>> = {
  'person-registration': personRegistration,
  'person-status': personStatus,
  'abstinence-start': abstinenceStart,
  'support-group': supportGroup,
  talk,
  'urine-test': urineTest,
  'test-outcome': testOutcome,
  relapse,
  'publicity-activity': publicityActivity,
  'roster-confirmation': rosterConfirmation,
  verification,
  sweep,
  'key-person': keyPerson,
  'key-person-end': keyPersonEnd,
  'new-finding': newFinding,
  transfer,
  'transfer-acceptance': transferAcceptance,
  'carry-over': carryOver,
  leave,
  absence,
  agreement,
  'police-report': policeReport,
  'town-decision': townDecision,
  venue,
  'venue-survey': venueSurvey,
  'venue-inspection': venueInspection,
  'staff-roster': staffRoster,
  'venue-problem': venueProblem,
  rectification,
  'past-evidence': pastEvidence,
  grid,
  'grid-assignment': gridAssignment,
  'skill-check': skillCheck,
  patrol,
  'clean-up': cleanUp,
  'education-site': educationSite,
  'village-document': villageDocument,
  'leading-group': leadingGroup,
  'village-office': villageOffice,
  'bottom-lines-text': bottomLinesText,
  'bottom-line-declaration': bottomLineDeclaration,
  'bottom-line-breach': bottomLineBreach,
  incident,
  'concealment-finding': concealmentFinding,
  'pledge-signed': pledgeSigned,
  meeting,
  funds,
  'experience-report': experienceReport,
  'police-quota': policeQuota,
  'audience-count': audienceCount,
  school,
  'class-session': classSession,
  'human-judgement': humanJudgement,
}

/** The names of the fields that say who a person is; the server keeps them apart from every ledger. */
export const identityFields = (kind: KindId): string[] => fieldsWhere(kind, (_, cls) => cls === 'identity')

/** The names of the free-text fields about a person; the server stores them sealed with that person's key. */
export const textFields = (kind: KindId): string[] =>
  fieldsWhere(kind, (type, cls) => type === 'text' && cls === 'case')

function fieldsWhere(kind: KindId, test: (type: string, cls: string) => boolean): string[] {
  const { fields } = RECORD_KINDS[kind]
  return Object.keys(fields).filter((name) => test(fields[name]!.type, fields[name]!.class))
}
