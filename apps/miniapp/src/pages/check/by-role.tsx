import { type ByRole, NothingHere } from '@/shared/tabs'

export const CHECK: ByRole = {
  village: NothingHere,
  supervisor: NothingHere,
  assessor: NothingHere,
  public: NothingHere,
}
