/** Points for reading: 1234 is 12.34, 1200 is 12. */
export function pointsText(points: number): string {
  const whole = Math.floor(points / 100)
  const rest = points - whole * 100
  return rest === 0 ? `${whole}` : `${whole}.${`0${rest}`.slice(-2).replace(/0$/, '')}`
}
