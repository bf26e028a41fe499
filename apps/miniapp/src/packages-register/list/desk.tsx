import type { ReactNode } from 'react'

/** No window of WeChat is wide enough for two pages side by side. */
export function Desk({ list }: { title: string; list: ReactNode }) {
  return <>{list}</>
}
