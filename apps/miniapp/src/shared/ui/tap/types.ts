import type { ReactNode } from 'react'

export type TapProps = {
  children?: ReactNode
  className?: string
  id?: string
  onTap: () => void
  /** Needed when the visible words do not say it all; icons alone always need it. */
  label?: string
  role?: 'button' | 'link' | 'radio' | 'checkbox' | 'tab'
  checked?: boolean
  expanded?: boolean
  disabled?: boolean
  /** Answers every tap: stepping up three times is no double tap. */
  quick?: boolean
  /** Marks a main target, for the size check. */
  main?: boolean
}
