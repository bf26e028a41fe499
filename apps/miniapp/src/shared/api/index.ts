export { api } from './api'
export {
  AccountChangedError,
  type ApiClient,
  type Call,
  type ClientSetup,
  type Credentials,
  createClient,
} from './client'
export { ApiError, fieldOf, problemOf } from './problem'
export { appConfigApi } from './resources/app-config'
export { inboxApi } from './resources/inbox'
export { personsApi } from './resources/persons'
export { recordsApi } from './resources/records'
export { sessionApi } from './resources/session'
export { villagesApi } from './resources/villages'
export type * from './types'
