import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { common, errors } from '@/shared/copy'
import type { Told } from '@/shared/errors'
import { Button } from './button'
import { Icon } from './icon'
import type { IconName } from './icons'

type Props = { icon?: IconName; text: string; note?: string; children?: ReactNode }

/** Nothing here, and what to do about it. */
export function EmptyState({ icon = 'info', text, note, children }: Props) {
  return (
    <View className='dfv-empty'>
      <Icon name={icon} className='dfv-empty__icon' />
      <View className='dfv-text'>{text}</View>
      {note && <View className='dfv-fine'>{note}</View>}
      {children}
    </View>
  )
}

type FailureProps = { told: Told; onRetry?: () => void; onSignIn?: () => void; onHome?: () => void }

/** Something went wrong, and the way on. */
export function Failure({ told, onRetry, onSignIn, onHome }: FailureProps) {
  return (
    <EmptyState icon={told.kind === 'offline' ? 'offline' : 'warning'} text={told.text} note={told.reference}>
      {told.kind === 'expired' && onSignIn && (
        <Button look='primary' onTap={onSignIn}>
          {errors.signInAgain}
        </Button>
      )}
      {told.kind !== 'expired' && told.kind !== 'absent' && onRetry && (
        <Button look='primary' onTap={onRetry}>
          {common.retry}
        </Button>
      )}
      {told.kind === 'absent' && onHome && <Button onTap={onHome}>{common.toHome}</Button>}
    </EmptyState>
  )
}
