export { ReturnSheet } from './return-sheet'
export { useWaiting } from './use-waiting'
export { type WaitingRow, waitingRow } from './waiting'
