/** 1/100 point as people write it: 8, 7.5, 0.25. */
export const scoreText = (points: number): string => String(points / 100)

/** @returns 1/100 point; null when it is no number between 0 and the weight with at most two decimals */
export function scoreIn(text: string, weight: number): number | null {
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text.trim())) return null
  const points = Math.round(Number(text.trim()) * 100)
  return points <= weight ? points : null
}
