import type { ReactNode } from 'react'

export type HeadingProps = { level: 1 | 2 | 3; children: ReactNode; className?: string; id?: string }
export type RegionProps = {
  role:
    | 'main'
    | 'alert'
    | 'status'
    | 'dialog'
    | 'radiogroup'
    | 'group'
    | 'list'
    | 'listitem'
    | 'banner'
    | 'navigation'
    | 'table'
    | 'row'
    | 'cell'
    | 'columnheader'
    | 'rowheader'
    | 'blockquote'
    | 'note'
  children?: ReactNode
  className?: string
  id?: string
  label?: string
  /** Can take the focus from a script: error summaries and dialogs do. */
  focusable?: boolean
}
