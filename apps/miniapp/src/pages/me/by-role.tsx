import { type ByRole, NothingHere } from '@/shared/tabs'

export const ME: ByRole = {
  village: NothingHere,
  supervisor: NothingHere,
  assessor: NothingHere,
  public: NothingHere,
}
