import { View } from '@tarojs/components'
import { classes } from './classes'
import type { IconName } from './icons'

/** Decoration: the word beside it, or the label of the tap around it, carries the meaning. */
export function Icon({ name, small, className }: { name: IconName; small?: boolean; className?: string }) {
  return (
    <View
      className={classes('dfv-icon', `dfv-icon--${name}`, small && 'dfv-icon--small', className)}
      ariaHidden
    />
  )
}
