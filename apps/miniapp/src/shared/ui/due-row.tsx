import { View } from '@tarojs/components'
import { Button } from './button'
import { Icon } from './icon'
import type { IconName } from './icons'
import { KeepCodes } from './keep-codes'
import { type ChipState, StateChip } from './state-chip'
import { Tap } from './tap'

export type DueRowProps = {
  icon: IconName
  title: string
  note: string
  chip: { state: ChipState; text: string }
  action: string
  onAction: () => void
  onExplain?: () => void
}

/** One thing to do: what, about whom, until when, and the button that does it. */
export function DueRow({ icon, title, note, chip, action, onAction, onExplain }: DueRowProps) {
  const words = (
    <View>
      <View className='dfv-due__title'>
        <KeepCodes text={title} />
      </View>
      <View className='dfv-due__note'>{note}</View>
    </View>
  )
  const spoken = `${title}，${chip.text}，${note}`
  return (
    <View className='dfv-due'>
      <View className='dfv-due__top'>
        <Icon name={icon} className='dfv-due__icon' />
        {onExplain ? (
          <Tap className='dfv-due__main' onTap={onExplain}>
            {words}
          </Tap>
        ) : (
          <View className='dfv-due__main'>{words}</View>
        )}
      </View>
      <View className='dfv-due__side'>
        <StateChip state={chip.state}>{chip.text}</StateChip>
        <Button small look='primary' onTap={onAction} label={`${action}，${spoken}`}>
          {action}
        </Button>
      </View>
    </View>
  )
}
