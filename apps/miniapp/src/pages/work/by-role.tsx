import type { ByRole } from '@/shared/tabs'
import { PublicQuiz } from './public'
import { SupervisorWork } from './supervisor'
import { VillageWork } from './village'

export const WORK: ByRole = {
  village: VillageWork,
  supervisor: SupervisorWork,
  assessor: SupervisorWork,
  public: PublicQuiz,
}
