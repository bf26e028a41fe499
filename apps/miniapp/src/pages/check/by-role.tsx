import { type ByRole, NothingHere } from '@/shared/tabs'
import { VillageCheck } from './village'

export const CHECK: ByRole = {
  village: VillageCheck,
  supervisor: NothingHere,
  assessor: NothingHere,
  public: NothingHere,
}
