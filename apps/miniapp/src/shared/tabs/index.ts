export { type ByRole, NothingHere, TabPage } from './tab-page'
