import type { Role } from '@/shared/api'
import { isVisitor, type RoleGroup, roleGroup, villageOf } from './roles'
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
  /** What the one venue or school of the post is called. */
  subjectName: string
  /** Works in any village of the area, one at a time. */
  visitor: boolean
  /** The village whose ledger is on screen: one's own, or the one visited last; null for who has neither. */
  villageCode: string | null
  villageName: string
}

export function viewerOf(state: SessionState): Viewer {
  const active = activeAppointment(state)
  const group = roleGroup(active?.role)
  const visitor = isVisitor(active?.role)
  const visited = visitor && state.visited?.appointmentId === active?.id ? state.visited : null
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
    subjectName: active?.subjectName ?? '',
    visitor,
    villageCode: active && group === 'village' ? villageOf(active.areaCode) : (visited?.code ?? null),
    villageName: visited ? visited.name : (active?.areaName ?? ''),
  }
}

export const useViewer = (): Viewer => viewerOf(useSession())
export const currentViewer = (): Viewer => viewerOf(useSession.getState())
