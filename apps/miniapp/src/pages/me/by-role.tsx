import type { ByRole } from '@/shared/tabs'
import { MeContent } from './parts/me-content'

export const ME: ByRole = {
  village: MeContent,
  supervisor: MeContent,
  assessor: MeContent,
  public: MeContent,
}
