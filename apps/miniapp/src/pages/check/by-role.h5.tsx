import type { ByRole } from '@/shared/tabs'
import { Lazily } from '@/shared/tabs/lazily'
import { PublicPledges } from './public'

const village = async () => (await import('./village')).VillageCheck
const supervisor = async () => (await import('./supervisor')).SupervisorReview
const assessor = async () => (await import('./assessor')).AssessorCheck

/** In a browser what only those at work see comes when they are here. */
export const CHECK: ByRole = {
  village: () => <Lazily load={village} />,
  supervisor: () => <Lazily load={supervisor} />,
  assessor: () => <Lazily load={assessor} />,
  public: PublicPledges,
}
