import { Lazily } from '@/shared/tabs/lazily'

const school = async () => (await import('./school')).SchoolHome
const supervisor = async () => (await import('./supervisor')).SupervisorHome
const venue = async () => (await import('./venue')).VenueHome
const village = async () => (await import('./village')).VillageHome

export const SchoolHome = () => <Lazily load={school} />
export const SupervisorHome = () => <Lazily load={supervisor} />
export const VenueHome = () => <Lazily load={venue} />
export const VillageHome = () => <Lazily load={village} />
