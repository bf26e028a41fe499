/** WeChat draws the title and the way back itself. */
export function PageHead(_: { title: string }) {
  return null
}
