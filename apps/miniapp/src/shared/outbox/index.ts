export {
  currentEntries,
  currentOutbox,
  onRecordsAccepted,
  startOutbox,
  useOutboxEntries,
  useOutboxEntry,
  wakeOutbox,
} from './current'
export { createEntryStore } from './entry-store'
export { itemOf } from './item'
export { BATCH_SIZE, createOutbox, type Outbox, type OutboxSetup } from './outbox'
export { failureOf } from './outcome'
export {
  type DraftInput,
  entryKey,
  NEEDS_USER,
  type OutboxEntry,
  type OutboxProblem,
  type OutboxReceipt,
  type OutboxState,
  UNSENT,
  unsettledOf,
} from './types'
