export { type Preview, previewLedger, previewOf, settledBy } from './preview'
