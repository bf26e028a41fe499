import { useViewer } from '@/shared/session'
import type { ByRole } from '@/shared/tabs'
import { Lazily } from '@/shared/tabs/lazily'
import { PublicHome } from './public'

const school = async () => (await import('./school')).SchoolHome
const venue = async () => (await import('./venue')).VenueHome
const village = async () => (await import('./village')).VillageHome
const supervisor = async () => (await import('./supervisor')).SupervisorHome

const SchoolHome = () => <Lazily load={school} />
const VenueHome = () => <Lazily load={venue} />

/** In a browser what only those at work see comes when they are here. */
function OwnHome() {
  const { role } = useViewer()
  if (role === 'teacher') return <SchoolHome />
  if (role === 'venue-manager') return <VenueHome />
  return <PublicHome />
}

export const HOME: ByRole = {
  village: () => <Lazily load={village} />,
  supervisor: () => <Lazily load={supervisor} />,
  assessor: () => <Lazily load={supervisor} />,
  public: OwnHome,
}
