export { SaveList } from './save-list'
