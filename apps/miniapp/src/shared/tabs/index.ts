export { type ByRole, TabPage } from './tab-page'
