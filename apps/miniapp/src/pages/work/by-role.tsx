import { type ByRole, NothingHere } from '@/shared/tabs'
import { PublicQuiz } from './public'

export const WORK: ByRole = {
  village: NothingHere,
  supervisor: NothingHere,
  assessor: NothingHere,
  public: PublicQuiz,
}
