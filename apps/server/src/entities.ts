import { AuditEntry } from './platform/audit/audit-entry.entity.js'
import { JobLease } from './platform/outbox/job-lease.entity.js'
import { OutboxEvent } from './platform/outbox/outbox-event.entity.js'

/** Every table the application reads through TypeORM. `check-schema` compares them with what the migrations made. */
export const entities = [AuditEntry, JobLease, OutboxEvent]
