import type { ByRole } from '@/shared/tabs'
import { AssessorCheck, SupervisorReview, VillageCheck } from './at-work'
import { PublicPledges } from './public'

export const CHECK: ByRole = {
  village: VillageCheck,
  supervisor: SupervisorReview,
  assessor: AssessorCheck,
  public: PublicPledges,
}
