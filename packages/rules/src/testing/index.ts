export { AREA, aLedger, aRecord, LEAST, noonOf } from './builders.ts'
export { generateLedger, type LedgerPlan } from './ledger-generator.ts'
