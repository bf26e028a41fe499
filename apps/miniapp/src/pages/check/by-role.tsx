import { type ByRole, NothingHere } from '@/shared/tabs'
import { PublicPledges } from './public'
import { SupervisorReview } from './supervisor'
import { VillageCheck } from './village'

export const CHECK: ByRole = {
  village: VillageCheck,
  supervisor: SupervisorReview,
  assessor: NothingHere,
  public: PublicPledges,
}
