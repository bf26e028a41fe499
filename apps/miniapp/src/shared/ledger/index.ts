export { forgetLedger, type LedgerState, refreshLedger, startLedger, syncLedger, useLedger } from './current'
export { CHUNK_CHARACTERS, chunked, createLedgerStore, OFFLINE_READ_MS } from './ledger-store'
export { applyDelta, type LedgerSnapshot, latestRevisions, policiesOf } from './snapshot'
export { withUnsent } from './with-unsent'
