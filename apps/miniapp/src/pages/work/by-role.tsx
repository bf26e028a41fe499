import { type ByRole, NothingHere } from '@/shared/tabs'

export const WORK: ByRole = {
  village: NothingHere,
  supervisor: NothingHere,
  assessor: NothingHere,
  public: NothingHere,
}
