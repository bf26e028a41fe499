import type { StaffMember } from '@/shared/api'

/** 1234 5678: digits are read out in groups. */
export const spacedCode = (code: string): string => (code.match(/.{1,4}/g) ?? []).join(' ')

/** Whoever has still to answer stands first: that is what one looks for. */
export const openFirst = (staff: readonly StaffMember[]): StaffMember[] =>
  [...staff].sort((a, b) => Number(a.answered) - Number(b.answered) || a.number - b.number)
