/** WeChat draws the title and the way back itself. */
export function PageHead(_: { title: string }) {
  return null
}

/** No window of WeChat is wide enough for two pages side by side. */
export function PaneHead(_: { title: string; isDeep: boolean }) {
  return null
}
