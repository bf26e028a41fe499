import { createElement } from 'react'
import { classes } from '../classes'
import type { HeadingProps, RegionProps } from './types'

const SIZE = { 1: 'dfv-title', 2: 'dfv-lead', 3: 'dfv-lead' } as const
const BLOCK = 'dfv-text'

export function Heading({ level, children, className, id }: HeadingProps) {
  return createElement(`h${level}`, { id, className: className ?? SIZE[level] }, children)
}

export function Region({ role, children, className, id, label, focusable }: RegionProps) {
  return createElement(
    role === 'main' ? 'main' : 'div',
    {
      id,
      className: classes(className ?? BLOCK),
      role: role === 'main' ? undefined : role,
      'aria-label': label,
      'aria-modal': role === 'dialog' ? true : undefined,
      tabIndex: focusable ? -1 : undefined,
    },
    children,
  )
}

export function focusOn(id: string): void {
  setTimeout(() => {
    const element = document.getElementById(id)
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'center' })
  }, 0)
}
