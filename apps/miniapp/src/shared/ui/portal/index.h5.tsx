import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useTextSize } from '../text-size'

/** Above the tab bar, which the browser draws outside the page. */
export function Portal({ children }: { children: ReactNode }) {
  const size = useTextSize((state) => state.size)
  return createPortal(<div className={`dfv-portal t-${size}`}>{children}</div>, document.body)
}
