import { View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import type { Pledge } from '@/shared/api'
import { pledge as copy } from '@/shared/copy'
import { phoneMillis } from '@/shared/platform'
import { onceSeen } from '@/shared/platform/seen'
import { Button, Field, focusOn, Options, Region, useTextSize } from '@/shared/ui'
import { endReading } from '../../reading'
import { blocksOf, characterCount, minutesToRead, pagesOf } from '../view-model'
import { PledgeText } from './pledge-text'

type Props = {
  pledge: Pledge
  isRead: boolean
  onRead: () => void
  agreed: boolean
  error: string | undefined
  onAgree: (agreed: boolean) => void
}

const END = 'pledge-end'
/** From this text size on, pages are turned instead of scrolled. */
const PAGED_FROM = 3

/** The text with its end: who has seen the end has read it. */
export function ReadThrough({ pledge, isRead, onRead, agreed, error, onAgree }: Props) {
  const size = useTextSize((state) => state.size)
  const pages = useMemo(() => pagesOf(blocksOf(pledge.text), size >= PAGED_FROM), [pledge.text, size])
  const [at, setAt] = useState(0)
  const shown = Math.min(at, pages.length - 1)
  const isLast = shown === pages.length - 1

  useEffect(() => {
    if (isRead || !isLast) return
    return onceSeen(END, () => {
      endReading(phoneMillis())
      onRead()
    })
  }, [isRead, isLast, onRead])

  const turn = (to: number) => {
    setAt(to)
    focusOn('pledge-page')
  }
  return (
    <>
      <View className='dfv-fine'>
        {[
          copy.length(characterCount(pledge.text), minutesToRead(pledge.text)),
          copy.version(pledge.template.version),
          pages.length > 1 ? copy.page(shown + 1, pages.length) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
      <Region
        role='group'
        id='pledge-page'
        className='dfv-card'
        label={copy.page(shown + 1, pages.length)}
        focusable
      >
        <PledgeText blocks={pages[shown] ?? []} />
        {isLast && (
          <View id={END} className='dfv-pledge-end'>
            {copy.end}
          </View>
        )}
      </Region>
      {pages.length > 1 && (
        <View className='dfv-stack'>
          {!isLast && (
            <Button className='dfv-next-page' onTap={() => turn(shown + 1)}>
              {copy.nextPage}
            </Button>
          )}
          {shown > 0 && <Button onTap={() => turn(shown - 1)}>{copy.previousPage}</Button>}
        </View>
      )}
      {pledge.state === 'to-sign' && isRead && isLast && (
        <View className='dfv-card'>
          <Field name='agree' label={copy.afterReading} error={error} group='group'>
            <Options
              multi
              options={[{ value: 'yes', label: copy.agree }]}
              chosen={agreed ? ['yes'] : []}
              onChange={(chosen) => onAgree(chosen.length > 0)}
            />
          </Field>
        </View>
      )}
    </>
  )
}
