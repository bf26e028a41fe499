export { useKeeping } from './use-keeping'
