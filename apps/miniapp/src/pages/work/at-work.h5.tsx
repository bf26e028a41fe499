import { Lazily } from '@/shared/tabs/lazily'

const supervisor = async () => (await import('./supervisor')).SupervisorWork
const village = async () => (await import('./village')).VillageWork

export const SupervisorWork = () => <Lazily load={supervisor} />
export const VillageWork = () => <Lazily load={village} />
