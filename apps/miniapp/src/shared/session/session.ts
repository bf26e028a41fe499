import { create } from 'zustand'
import {
  type Account,
  ApiError,
  type Appointment,
  api,
  type HandInGrant,
  type Session,
  sessionApi,
} from '@/shared/api'
import { storage } from '@/shared/platform'
import { createTokenStore, type StoredSession } from './token-store'

/** The village somebody above the villages looked at last, in this role. */
export type Visited = { appointmentId: string; code: string; name: string }

export type SessionState = {
  /** `expired`: the server refused to go on; the account must sign in again, its records wait. */
  status: 'signedOut' | 'signedIn' | 'expired'
  account: Account | null
  appointments: Appointment[]
  activeId: string | null
  visited: Visited | null
  /** For files that are carried instead of sent; it outlives the session's end, as the records do. */
  handIn: HandInGrant | null
}

const SIGNED_OUT: SessionState = {
  status: 'signedOut',
  account: null,
  appointments: [],
  activeId: null,
  visited: null,
  handIn: null,
}

export const useSession = create<SessionState>(() => SIGNED_OUT)
const tokens = createTokenStore(storage)
let accessToken: string | null = null
let refreshToken: string | undefined

function persist(): void {
  const { account, appointments, activeId, visited, handIn } = useSession.getState()
  if (!account) return
  const stored: StoredSession = {
    account,
    appointments,
    activeId,
    ...(visited && { visited }),
    ...(refreshToken && { refreshToken }),
    ...(handIn && { handIn }),
  }
  try {
    tokens.write(stored)
  } catch {
    // A full phone: the session still works until the app is closed.
  }
}

/** The chosen appointment if it still stands; the only one; none yet when there is a choice to make. */
export function chooseActive(appointments: Appointment[], before: string | null): string | null {
  if (appointments.some(({ id }) => id === before)) return before
  return appointments.length === 1 ? appointments[0]!.id : null
}

export function restoreSession(): void {
  const stored = tokens.read()
  if (!stored) return
  refreshToken = stored.refreshToken
  useSession.setState({
    status: 'signedIn',
    account: stored.account,
    appointments: stored.appointments,
    activeId: stored.activeId,
    visited: stored.visited ?? null,
    handIn: stored.handIn ?? null,
  })
}

export function startSession(session: Session): void {
  const before = useSession.getState()
  const sameAccount = before.account?.id === session.account.id
  accessToken = session.accessToken
  refreshToken = session.refreshToken ?? (sameAccount ? refreshToken : undefined)
  useSession.setState({
    status: 'signedIn',
    account: session.account,
    appointments: session.appointments,
    activeId: chooseActive(session.appointments, sameAccount ? before.activeId : null),
    visited: sameAccount ? before.visited : null,
    handIn: session.handIn ?? null,
  })
  persist()
}

export function chooseAppointment(id: string): void {
  useSession.setState({ activeId: id })
  persist()
}

/** This village comes on screen: its ledger is opened, and records are made there. */
export function visitVillage(code: string): void {
  const { activeId, visited } = useSession.getState()
  if (activeId === null || (visited?.appointmentId === activeId && visited.code === code)) return
  useSession.setState({ visited: { appointmentId: activeId, code, name: '' } })
  persist()
}

/** What the visited village is called, once that is known. */
export function nameVisited(code: string, name: string): void {
  const { visited } = useSession.getState()
  if (visited?.code !== code || visited.name === name) return
  useSession.setState({ visited: { ...visited, name } })
  persist()
}

/** Leaves this phone. The outbox keeps what was not sent, under the account that wrote it. */
export async function signOut(): Promise<void> {
  try {
    await sessionApi.end()
  } catch {
    // Signing out works without a network; the server's copy of the session ends by itself.
  }
  accessToken = null
  refreshToken = undefined
  tokens.clear()
  useSession.setState(SIGNED_OUT)
}

async function refresh(): Promise<boolean> {
  const asked = useSession.getState().account?.id
  try {
    const session = await sessionApi.refresh(refreshToken)
    // Somebody else signed in while the answer was on its way.
    if (useSession.getState().account?.id !== asked) return false
    // The browser's cookie is shared: in another tab somebody else may have signed in with it.
    if (session.account.id !== asked) {
      accessToken = null
      useSession.setState({ status: 'expired' })
      return false
    }
    startSession(session)
    return true
  } catch (error) {
    if (!(error instanceof ApiError) || error.status >= 500 || error.status === 429) throw error
    accessToken = null
    if (useSession.getState().account?.id === asked) useSession.setState({ status: 'expired' })
    return false
  }
}

api.setCredentials({
  accountId: () => useSession.getState().account?.id ?? null,
  accessToken: () => accessToken,
  appointmentId: () => useSession.getState().activeId,
  canRefresh: () => useSession.getState().status === 'signedIn',
  refresh,
})

export const activeAppointment = (state: SessionState): Appointment | null =>
  state.appointments.find(({ id }) => id === state.activeId) ?? null

/** What the account holds, once it is clear in which role it works; undefined while it still has to choose. */
export const standingAppointments = (state: SessionState): string[] | undefined =>
  state.activeId === null && state.appointments.length > 0
    ? undefined
    : state.appointments.map(({ id }) => id)
