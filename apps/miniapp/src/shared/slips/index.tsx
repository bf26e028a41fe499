import { View } from '@tarojs/components'
import { useState } from 'react'
import { common, sampling as copy } from '@/shared/copy'
import type { Told } from '@/shared/errors'
import { toSignIn, toTab } from '@/shared/navigation'
import { canPrint, printPage } from '@/shared/platform/print'
import { BottomBar, Button, EmptyState, Failure, Heading, Page, Skeleton } from '@/shared/ui'
import { Qr } from './qr'
import './slip-sheet.scss'

/** A slip of paper with a code: whose it is, what it is for, where it leads, and what lets him be calm. */
export type Slip = {
  number: number
  code: string
  head: string
  what: string
  how: string
  calm: string
  /** The page that its square code opens. */
  page: string
}

type Props = {
  title: string
  lead: string
  none: string
  slips: readonly Slip[] | null
  loading: boolean
  failure: Told | null
  onRetry: () => void
}

/** Where nothing is printed somebody looks up one number: hundreds of slips at once only make the phone slow. */
const FIRST = 30

/** Slips to be cut apart and handed out by a list on paper. */
export function SlipsPage({ title, lead, none, slips, loading, failure, onRetry }: Props) {
  const [showAll, setShowAll] = useState(canPrint)
  const shown = showAll ? slips : slips?.slice(0, FIRST)
  return (
    <Page
      title={title}
      bottom={
        canPrint &&
        slips &&
        slips.length > 0 && (
          <BottomBar>
            <Button look='primary' className='dfv-print-slips' onTap={printPage}>
              {copy.print}
            </Button>
          </BottomBar>
        )
      }
    >
      {loading && !slips && <Skeleton rows={4} />}
      {failure && (
        <Failure told={failure} onRetry={onRetry} onSignIn={toSignIn} onHome={() => toTab('home')} />
      )}
      {slips?.length === 0 && <EmptyState icon='met' text={none} />}
      {slips && slips.length > 0 && (
        <>
          <Heading level={1}>{title}</Heading>
          <View className='dfv-text'>{canPrint ? lead : copy.printOnPc}</View>
          <View className='dfv-slips'>
            {shown?.map(({ number, code, head, what, how, calm, page }) => (
              <View key={number} className='dfv-slip'>
                <Qr page={page} />
                <View className='dfv-slip__words'>
                  <View className='dfv-slip__no'>{head}</View>
                  <View className='dfv-text'>{what}</View>
                  <View className='dfv-text'>{how}</View>
                  <View className='dfv-slip__code'>{(code.match(/.{4}/g) ?? []).join(' ')}</View>
                  <View className='dfv-fine'>{calm}</View>
                </View>
              </View>
            ))}
          </View>
          {!showAll && slips.length > FIRST && (
            <Button onTap={() => setShowAll(true)}>{common.showMore(slips.length - FIRST)}</Button>
          )}
        </>
      )}
    </Page>
  )
}
