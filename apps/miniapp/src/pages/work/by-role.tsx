import { type ByRole, NothingHere } from '@/shared/tabs'
import { PublicQuiz } from './public'
import { VillageWork } from './village'

export const WORK: ByRole = {
  village: VillageWork,
  supervisor: NothingHere,
  assessor: NothingHere,
  public: PublicQuiz,
}
