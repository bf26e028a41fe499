import type { Role } from '@/shared/api'
import { type RoleGroup, roleGroup, villageOf } from './roles'
import { activeAppointment, type SessionState, useSession } from './session'

/** Who looks at the screen, as far as the screens care. */
export type Viewer = {
  group: RoleGroup
  signedIn: boolean
  expired: boolean
  mustChooseRole: boolean
  accountId: string | null
  accountName: string
  appointmentId: string | null
  role: Role | null
  areaCode: string | null
  areaName: string
  /** The village whose ledger this person keeps; null for everybody above a village. */
  villageCode: string | null
}

export function viewerOf(state: SessionState): Viewer {
  const active = activeAppointment(state)
  const group = roleGroup(active?.role)
  return {
    group,
    signedIn: state.status === 'signedIn',
    expired: state.status === 'expired',
    mustChooseRole: state.status === 'signedIn' && active === null && state.appointments.length > 1,
    accountId: state.account?.id ?? null,
    accountName: state.account?.name ?? '',
    appointmentId: active?.id ?? null,
    role: active?.role ?? null,
    areaCode: active?.areaCode ?? null,
    areaName: active?.areaName ?? '',
    villageCode: active && group === 'village' ? villageOf(active.areaCode) : null,
  }
}

export const useViewer = (): Viewer => viewerOf(useSession())
export const currentViewer = (): Viewer => viewerOf(useSession.getState())
