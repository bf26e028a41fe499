import { Account } from './modules/accounts/account.entity.js'
import { AccountCredential } from './modules/accounts/account-credential.entity.js'
import { Appointment } from './modules/accounts/appointment.entity.js'
import { BindingCode } from './modules/accounts/binding-code.entity.js'
import { ScanTicket } from './modules/accounts/scan-ticket.entity.js'
import { Session } from './modules/accounts/session.entity.js'
import { SignInAttempt } from './modules/accounts/sign-in-attempt.entity.js'
import { AreaRow } from './modules/areas/area.entity.js'
import { AttachmentRow } from './modules/attachments/attachment.entity.js'
import { AttachmentChunkRow } from './modules/attachments/attachment-chunk.entity.js'
import { StoredBlobRow } from './modules/attachments/stored-blob.entity.js'
import { AuditLinkRow } from './modules/audit/audit-link.entity.js'
import { ClassItem, ClassPaper, ClassSession } from './modules/classes/class-session.entity.js'
import { ExportJob } from './modules/exports/export-job.entity.js'
import { ExportPart } from './modules/exports/export-part.entity.js'
import { FeedbackRow } from './modules/feedback/feedback.entity.js'
import { ImportRecordRow } from './modules/imports/import-record.entity.js'
import { ImportUploadRow } from './modules/imports/import-upload.entity.js'
import { PlaqueDecisionRow } from './modules/plaque/plaque-decision.entity.js'
import { Pledge } from './modules/pledges/pledge.entity.js'
import { PledgeSeal } from './modules/pledges/pledge-seal.entity.js'
import { PledgeSignature } from './modules/pledges/pledge-signature.entity.js'
import { PledgeTemplate } from './modules/pledges/pledge-template.entity.js'
import { AwarenessItem } from './modules/quizzes/awareness-item.entity.js'
import { AwarenessSlot } from './modules/quizzes/awareness-slot.entity.js'
import { QuizImport } from './modules/quizzes/bank/quiz-import.entity.js'
import { QuizAssessment } from './modules/quizzes/quiz-assessment.entity.js'
import { QuizAttempt } from './modules/quizzes/quiz-attempt.entity.js'
import { QuizItem } from './modules/quizzes/quiz-item.entity.js'
import { PersonTransferRow } from './modules/records/person-transfer.entity.js'
import { RecordRow } from './modules/records/record.entity.js'
import { RecordRemark } from './modules/records/record-remark.entity.js'
import { RecordRevisionRow } from './modules/records/record-revision.entity.js'
import { VillageLedgerRow } from './modules/records/village-ledger.entity.js'
import { PersonIdentityRow } from './modules/registers/person-identity.entity.js'
import { SubjectRow } from './modules/registers/subject.entity.js'
import { Notification } from './modules/reminders/notification.entity.js'
import { NotificationDelivery } from './modules/reminders/notification-delivery.entity.js'
import { ReminderClaim } from './modules/reminders/reminder-claim.entity.js'
import { ReminderProgress } from './modules/reminders/reminder-progress.entity.js'
import { SubscriptionBalance } from './modules/reminders/subscription-balance.entity.js'
import { SubscriptionCredit } from './modules/reminders/subscription-credit.entity.js'
import { AwarenessSurvey } from './modules/sampling/awareness-survey.entity.js'
import { SampleDraw, SampleNumber } from './modules/sampling/sample-draw.entity.js'
import { ObligationRow } from './modules/scoring/obligation.entity.js'
import { VillageState } from './modules/scoring/village-state.entity.js'
import { VenueStaff } from './modules/venues/venue-staff.entity.js'
import { WeChatPushEvent } from './modules/wechat/wechat-push-event.entity.js'
import { WeChatToken } from './modules/wechat/wechat-token.entity.js'
import { AuditEntry } from './platform/audit/audit-entry.entity.js'
import { BackupRun } from './platform/backup/backup-run.entity.js'
import { JobLease } from './platform/outbox/job-lease.entity.js'
import { OutboxEvent } from './platform/outbox/outbox-event.entity.js'

/** Every table the application reads through TypeORM. `check-schema` compares them with what the migrations made. */
export const entities = [
  AuditEntry,
  BackupRun,
  JobLease,
  OutboxEvent,
  AreaRow,
  Account,
  AccountCredential,
  Appointment,
  BindingCode,
  ScanTicket,
  Session,
  SignInAttempt,
  VillageLedgerRow,
  PersonTransferRow,
  RecordRow,
  RecordRevisionRow,
  RecordRemark,
  SubjectRow,
  PersonIdentityRow,
  AuditLinkRow,
  AttachmentRow,
  AttachmentChunkRow,
  StoredBlobRow,
  ObligationRow,
  VillageState,
  QuizItem,
  QuizImport,
  QuizAttempt,
  QuizAssessment,
  AwarenessSlot,
  PledgeTemplate,
  Pledge,
  PledgeSignature,
  PledgeSeal,
  ExportJob,
  ExportPart,
  WeChatToken,
  WeChatPushEvent,
  Notification,
  ReminderClaim,
  ReminderProgress,
  NotificationDelivery,
  SubscriptionBalance,
  SubscriptionCredit,
  FeedbackRow,
  ImportUploadRow,
  ImportRecordRow,
  ClassSession,
  ClassPaper,
  ClassItem,
  VenueStaff,
  PlaqueDecisionRow,
  SampleDraw,
  SampleNumber,
  AwarenessSurvey,
  AwarenessItem,
]
