import { Text, View } from '@tarojs/components'
import { states } from '@/shared/copy'
import { classes } from './classes'
import { Icon } from './icon'
import type { IconName } from './icons'

export type ChipState =
  | 'met'
  | 'notMet'
  | 'undetermined'
  | 'notApplicable'
  | 'due'
  | 'overdue'
  | 'later'
  | 'review'
  | 'phone'

const ICON: Record<ChipState, IconName> = {
  met: 'met',
  notMet: 'not-met',
  undetermined: 'undetermined',
  notApplicable: 'not-applicable',
  due: 'due',
  overdue: 'overdue',
  later: 'later',
  review: 'review',
  phone: 'phone-only',
}
const WORDS: Record<ChipState, string> = { ...states, overdue: states.overdueDays(0) }

/** A state in word, shape and tone; the word alone is enough. */
export function StateChip({ state, children }: { state: ChipState; children?: string }) {
  return (
    <View className={classes('dfv-chip', `dfv-chip--${state}`)}>
      <Icon name={ICON[state]} small />
      <Text>{children ?? WORDS[state]}</Text>
    </View>
  )
}
