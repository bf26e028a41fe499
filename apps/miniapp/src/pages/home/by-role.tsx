import type { ByRole } from '@/shared/tabs'
import { PublicHome } from './public'
import { SupervisorHome } from './supervisor'
import { VillageHome } from './village'

export const HOME: ByRole = {
  village: VillageHome,
  supervisor: SupervisorHome,
  assessor: SupervisorHome,
  public: PublicHome,
}
