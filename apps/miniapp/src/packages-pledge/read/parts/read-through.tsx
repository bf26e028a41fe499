import { View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import { pledge as copy } from '@/shared/copy'
import { phoneMillis } from '@/shared/platform'
import { onceSeen } from '@/shared/platform/seen'
import { Button, Field, focusOn, Options, Region, useTextSize } from '@/shared/ui'
import { endReading } from '../../reading'
import { blocksOf, characterCount, minutesToRead, pagesOf } from '../view-model'
import { PledgeText } from './pledge-text'

type Props = {
  text: string
  version: number
  /** There is something to sign, so agreeing is asked for at the end. */
  asks: boolean
  isRead: boolean
  onRead: () => void
  /** Characters that the print shows as numbers. */
  printedAsNumbers: readonly string[] | undefined
  agreed: boolean
  error: string | undefined
  onAgree: (agreed: boolean) => void
}

const END = 'pledge-end'
/** From this text size on, pages are turned instead of scrolled. */
const PAGED_FROM = 3

/** The text with its end: who has seen the end has read it. */
export function ReadThrough({
  text,
  version,
  asks,
  isRead,
  onRead,
  printedAsNumbers,
  agreed,
  error,
  onAgree,
}: Props) {
  const size = useTextSize((state) => state.size)
  const pages = useMemo(() => pagesOf(blocksOf(text), size >= PAGED_FROM), [text, size])
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
          copy.length(characterCount(text), minutesToRead(text)),
          copy.version(version),
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
      {asks && printedAsNumbers !== undefined && (
        <View className='dfv-text dfv-as-numbers'>{copy.asNumbers(printedAsNumbers)}</View>
      )}
      {asks && isRead && isLast && (
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
