import { View } from '@tarojs/components'
import { classes } from '../classes'
import { isGuarded, useOnce } from './once'
import type { TapProps } from './types'

/** Whatever can be tapped. A screen reader hears what it is and what it does. */
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
}: TapProps) {
  const tap = useOnce(onTap, !quick && isGuarded(role))
  return (
    <View
      id={id}
      className={classes('dfv-tap', disabled && 'dfv-tap--off', className)}
      hoverClass={disabled ? 'none' : 'dfv-pressed'}
      ariaRole={role}
      ariaLabel={label}
      ariaChecked={checked}
      ariaExpanded={expanded}
      ariaDisabled={disabled}
      onClick={disabled ? undefined : tap}
    >
      {children}
    </View>
  )
}
