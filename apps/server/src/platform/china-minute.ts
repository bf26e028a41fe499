const CHINA_OFFSET_MS = 8 * 3_600_000

/** An instant as people in China write it: 2026年11月23日 14:20. */
export function chinaMinute(instant: Date): string {
  const local = new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString()
  const [year, month, day] = local.slice(0, 10).split('-').map(Number)
  return `${year}年${month}月${day}日 ${local.slice(11, 16)}`
}
