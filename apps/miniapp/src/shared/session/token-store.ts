import type { Account, Appointment, HandInGrant } from '@/shared/api'
import type { KeyValueStore } from '@/shared/platform'
import type { Visited } from './session'

const KEY = 'dfv:session'

/** What survives a kill. Access tokens live in memory only; on H5 the refresh token is a cookie no script can read. */
export type StoredSession = {
  account: Account
  appointments: Appointment[]
  activeId: string | null
  visited?: Visited
  refreshToken?: string
  handIn?: HandInGrant
}

export const createTokenStore = (store: KeyValueStore) => ({
  read: () => store.get<StoredSession>(KEY),
  write: (session: StoredSession) => store.set(KEY, session),
  clear: () => store.remove(KEY),
})
