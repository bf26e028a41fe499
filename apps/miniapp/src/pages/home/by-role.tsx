import { type ByRole, NothingHere } from '@/shared/tabs'
import { PublicHome } from './public'
import { VillageHome } from './village'

export const HOME: ByRole = {
  village: VillageHome,
  supervisor: NothingHere,
  assessor: NothingHere,
  public: PublicHome,
}
