import type { ByRole } from '@/shared/tabs'
import { AssessorCheck } from './assessor'
import { PublicPledges } from './public'
import { SupervisorReview } from './supervisor'
import { VillageCheck } from './village'

export const CHECK: ByRole = {
  village: VillageCheck,
  supervisor: SupervisorReview,
  assessor: AssessorCheck,
  public: PublicPledges,
}
