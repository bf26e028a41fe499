// The phone's own code, as far as it needs neither a screen nor WeChat: for programs that play many phones at once.
export {
  baseOf,
  isAlreadyThere,
  mergedDraft,
  planMerge,
  theirsOf,
  undecided,
} from '@/packages-record/merge/view-model'
export { ApiError, createClient } from '@/shared/api'
export { createEntryStore, createOutbox, entryKey, UNSENT, unsettledOf } from '@/shared/outbox'
export { NetworkError } from '@/shared/platform'
export { memoryStore } from './memory-store'
