import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'
import type { IconName } from './icons'
import { Tap } from './tap'

type Props = {
  children: ReactNode
  onTap: () => void
  look?: 'primary' | 'plain' | 'grave'
  small?: boolean
  icon?: IconName
  label?: string
  disabled?: boolean
  className?: string
}

export function Button({ children, onTap, look = 'plain', small, icon, label, disabled, className }: Props) {
  const name = classes(
    'dfv-button',
    look !== 'plain' && `dfv-button--${look}`,
    small && 'dfv-button--small',
    disabled && 'dfv-button--off',
    className,
  )
  return (
    <Tap className={name} onTap={onTap} label={label} disabled={disabled} main={!small}>
      {icon && <Icon name={icon} small />}
      {children}
    </Tap>
  )
}

/** A way on inside text or at the end of a list. */
export function Link({ children, onTap, label }: { children: ReactNode; onTap: () => void; label?: string }) {
  return (
    <Tap className='dfv-link' role='link' onTap={onTap} label={label}>
      {children}
      <Icon name='chevron-right' small />
    </Tap>
  )
}
