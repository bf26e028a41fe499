import { daysBetween } from '@/shared/format'

/** One card a day, the same all day and for everybody. */
export const cardOfDay = (today: string, cards: number, further: number): number =>
  cards === 0 ? 0 : (daysBetween('2026-01-01', today) + further + cards * 10_000) % cards
