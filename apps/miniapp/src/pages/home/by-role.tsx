import { useViewer } from '@/shared/session'
import type { ByRole } from '@/shared/tabs'
import { SchoolHome, SupervisorHome, VenueHome, VillageHome } from './at-work'
import { PublicHome } from './public'

/** Whoever does not work for a village: a teacher's school, a manager's venue, and everybody else's home. */
function OwnHome() {
  const { role } = useViewer()
  if (role === 'teacher') return <SchoolHome />
  if (role === 'venue-manager') return <VenueHome />
  return <PublicHome />
}

export const HOME: ByRole = {
  village: VillageHome,
  supervisor: SupervisorHome,
  assessor: SupervisorHome,
  public: OwnHome,
}
