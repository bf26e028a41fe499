import { Platform1764000000000 } from './platform/database/migrations/1764000000000-platform.js'
import { Areas1764000005000 } from './platform/database/migrations/1764000005000-areas.js'
import { Accounts1764000010000 } from './platform/database/migrations/1764000010000-accounts.js'
import { Records1764000020000 } from './platform/database/migrations/1764000020000-records.js'
import { Scoring1764000030000 } from './platform/database/migrations/1764000030000-scoring.js'
import { Quizzes1764000040000 } from './platform/database/migrations/1764000040000-quizzes.js'
import { Pledges1764000050000 } from './platform/database/migrations/1764000050000-pledges.js'
import { Reminders1764000060000 } from './platform/database/migrations/1764000060000-reminders.js'
import { SeedMarks1764000070000 } from './platform/database/migrations/1764000070000-seed-marks.js'
import { VoidRevisions1764000080000 } from './platform/database/migrations/1764000080000-void-revisions.js'
import { Registers1764100000000 } from './platform/database/migrations/1764100000000-registers.js'
import { Attachments1764200000000 } from './platform/database/migrations/1764200000000-attachments.js'
import { Exports1764300000000 } from './platform/database/migrations/1764300000000-exports.js'
import { Imports1764400000000 } from './platform/database/migrations/1764400000000-imports.js'
import { Feedback1764500000000 } from './platform/database/migrations/1764500000000-feedback.js'
import { RecordLists1764600000000 } from './platform/database/migrations/1764600000000-record-lists.js'
import { RecordRemarks1764700000000 } from './platform/database/migrations/1764700000000-record-remarks.js'
import { AppointmentSubjects1764800000000 } from './platform/database/migrations/1764800000000-appointment-subjects.js'
import { ClassSessions1764900000000 } from './platform/database/migrations/1764900000000-class-sessions.js'
import { VenueStaff1765000000000 } from './platform/database/migrations/1765000000000-venue-staff.js'
import { SetAside1765050000000 } from './platform/database/migrations/1765050000000-set-aside.js'
import { PlaqueDecisions1765060000000 } from './platform/database/migrations/1765060000000-plaque-decisions.js'
import { QuizBank1765100000000 } from './platform/database/migrations/1765100000000-quiz-bank.js'
import { Sampling1765200000000 } from './platform/database/migrations/1765200000000-sampling.js'
import { PledgeTimeStamps1765300000000 } from './platform/database/migrations/1765300000000-pledge-time-stamps.js'
import { PledgeCampaigns1765310000000 } from './platform/database/migrations/1765310000000-pledge-campaigns.js'
import { DutyArrangements1765400000000 } from './platform/database/migrations/1765400000000-duty-arrangements.js'
import { ReminderSettings1765410000000 } from './platform/database/migrations/1765410000000-reminder-settings.js'
import { VillageWeeks1765500000000 } from './platform/database/migrations/1765500000000-village-weeks.js'
import { SupervisionOrders1765510000000 } from './platform/database/migrations/1765510000000-supervision-orders.js'
import { AssessmentYears1765600000000 } from './platform/database/migrations/1765600000000-assessment-years.js'
import { SpotCheckReasons1765600010000 } from './platform/database/migrations/1765600010000-spot-check-reasons.js'
import { Policies1765700000000 } from './platform/database/migrations/1765700000000-policies.js'
import { OperationMarks1765710000000 } from './platform/database/migrations/1765710000000-operation-marks.js'
import { HouseholdSigning1765900000000 } from './platform/database/migrations/1765900000000-household-signing.js'
import { AttachmentOwners1795943400000 } from './platform/database/migrations/1795943400000-attachment-owners.js'
import { PlaqueSecondPersons1795944600000 } from './platform/database/migrations/1795944600000-plaque-second-persons.js'
import { OrderDays1795946400000 } from './platform/database/migrations/1795946400000-order-days.js'

/** In the order in which they run. */
export const migrations = [
  Platform1764000000000,
  Areas1764000005000,
  Accounts1764000010000,
  Records1764000020000,
  Scoring1764000030000,
  Quizzes1764000040000,
  Pledges1764000050000,
  Reminders1764000060000,
  SeedMarks1764000070000,
  VoidRevisions1764000080000,
  Registers1764100000000,
  Attachments1764200000000,
  Exports1764300000000,
  Imports1764400000000,
  Feedback1764500000000,
  RecordLists1764600000000,
  RecordRemarks1764700000000,
  AppointmentSubjects1764800000000,
  ClassSessions1764900000000,
  VenueStaff1765000000000,
  SetAside1765050000000,
  PlaqueDecisions1765060000000,
  QuizBank1765100000000,
  Sampling1765200000000,
  PledgeTimeStamps1765300000000,
  PledgeCampaigns1765310000000,
  DutyArrangements1765400000000,
  ReminderSettings1765410000000,
  VillageWeeks1765500000000,
  SupervisionOrders1765510000000,
  AssessmentYears1765600000000,
  SpotCheckReasons1765600010000,
  Policies1765700000000,
  OperationMarks1765710000000,
  HouseholdSigning1765900000000,
  AttachmentOwners1795943400000,
  PlaqueSecondPersons1795944600000,
  OrderDays1795946400000,
]
