import type { ByRole } from '@/shared/tabs'
import { SupervisorWork, VillageWork } from './at-work'
import { PublicQuiz } from './public'

export const WORK: ByRole = {
  village: VillageWork,
  supervisor: SupervisorWork,
  assessor: SupervisorWork,
  public: PublicQuiz,
}
