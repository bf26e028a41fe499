import type { ByRole } from '@/shared/tabs'
import { Lazily } from '@/shared/tabs/lazily'
import { PublicQuiz } from './public'

const village = async () => (await import('./village')).VillageWork
const supervisor = async () => (await import('./supervisor')).SupervisorWork

/** In a browser what only those at work see comes when they are here. */
export const WORK: ByRole = {
  village: () => <Lazily load={village} />,
  supervisor: () => <Lazily load={supervisor} />,
  assessor: () => <Lazily load={supervisor} />,
  public: PublicQuiz,
}
