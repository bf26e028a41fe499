import { type ByRole, NothingHere } from '@/shared/tabs'
import { PublicHome } from './public'

export const HOME: ByRole = {
  village: NothingHere,
  supervisor: NothingHere,
  assessor: NothingHere,
  public: PublicHome,
}
