import type { ExperienceReport, Role } from '@/shared/api'

/** How far a report of the own town reaches is the town office's to say. @see 五(五) */
export const maySetReach = (
  viewer: { role: Role | null; areaCode: string | null },
  { areaCode }: Pick<ExperienceReport, 'areaCode'>,
): boolean =>
  viewer.role === 'town-office' && viewer.areaCode !== null && areaCode.startsWith(viewer.areaCode)
