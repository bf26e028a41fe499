import type { ReactNode } from 'react'

/** WeChat's own bars stay above every page; there is nowhere to move to. */
export function Portal({ children }: { children: ReactNode }) {
  return <>{children}</>
}
