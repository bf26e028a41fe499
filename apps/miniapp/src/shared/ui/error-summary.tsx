import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { errors } from '@/shared/copy'
import { Icon } from './icon'
import { focusOn, Region } from './structure'
import { Tap } from './tap'

export type SummaryLine = { field: string; text: string }
/** An id that a selector finds: WeChat's know no escapes. */
export const fieldAnchor = (field: string) => `field-${field.replace(/\W/g, '-')}`

type Props = { lines: readonly SummaryLine[]; onJump: (field: string) => void }

/** All that is wrong, above the form, in the same words as at the fields; takes the focus when it appears. */
export function ErrorSummary({ lines, onJump }: Props) {
  useEffect(() => {
    if (lines.length > 0) focusOn('error-summary')
  }, [lines])
  if (lines.length === 0) return null
  return (
    <Region role='alert' id='error-summary' className='dfv-errors' focusable>
      <View className='dfv-errors__title'>
        <Icon name='warning' /> {errors.summary(lines.length)}
      </View>
      {lines.map(({ field, text }) => (
        <Tap key={field + text} role='link' className='dfv-errors__link' onTap={() => onJump(field)}>
          {text}
        </Tap>
      ))}
    </Region>
  )
}
