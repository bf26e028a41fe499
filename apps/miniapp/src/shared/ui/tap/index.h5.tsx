import { classes } from '../classes'
import { isGuarded, useOnce } from './once'
import type { TapProps } from './types'

/** In the browser a real button: keyboard, focus and reader come with it. */
export function Tap({
  children,
  className,
  id,
  onTap,
  label,
  role = 'button',
  checked,
  expanded,
  disabled,
  quick,
  main,
}: TapProps) {
  const tap = useOnce(onTap, !quick && isGuarded(role))
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role decides which of them is given
    <button
      type='button'
      id={id}
      className={classes('dfv-tap', disabled && 'dfv-tap--off', className)}
      role={role === 'button' ? undefined : role}
      aria-label={label}
      aria-checked={role === 'radio' || role === 'checkbox' ? checked === true : undefined}
      aria-selected={role === 'tab' ? checked === true : undefined}
      aria-expanded={expanded}
      aria-disabled={disabled || undefined}
      data-main={main || undefined}
      onClick={disabled ? undefined : tap}
    >
      {children}
    </button>
  )
}
