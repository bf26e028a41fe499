import { View } from '@tarojs/components'
import { useState } from 'react'
import { recordsApi } from '@/shared/api'
import { reviews as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { toRecord, toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { today } from '@/shared/platform'
import { ReturnSheet, useWaiting } from '@/shared/review'
import {
  Button,
  EmptyState,
  Facts,
  Failure,
  Heading,
  KeepCodes,
  Link,
  Page,
  Region,
  Skeleton,
} from '@/shared/ui'
import { AcceptSheet } from './parts/accept-sheet'
import { onDesk, type ReviewCard, reviewCard } from './view-model'

/** One record that waits for a second person, read and decided; then the next. */
export default function JudgePage() {
  const { id = '' } = usePageParams()
  const queue = useWaiting(true)
  const record = queue.data && onDesk(queue.data.records, id)
  const card = record && reviewCard(record, queue.data!.villageOf(record.areaCode), today())
  const [asked, setAsked] = useState<'accept' | 'return' | null>(null)
  const [news, setNews] = useState<string | null>(null)

  const decide = async ({ id: decided, where, title }: ReviewCard, reason?: string) => {
    setAsked(null)
    try {
      await recordsApi.review(decided, reason === undefined ? 'accept' : 'return', reason)
      const what = `${where} ${title}`
      setNews(reason === undefined ? copy.accepted(what) : copy.returned(what))
      queue.reload()
    } catch (error) {
      const told = tell(error)
      setNews(told.kind === 'offline' ? copy.offline : told.text)
    }
  }

  return (
    <Page title={copy.title}>
      <Region role='status' className='dfv-news'>
        {news}
      </Region>
      {queue.loading && !queue.data && <Skeleton rows={3} />}
      {queue.failure && !queue.data && (
        <Failure
          told={queue.failure}
          onRetry={queue.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {queue.data && !card && <EmptyState icon='met' text={copy.empty} />}
      {card && (
        <View className='dfv-card dfv-stack dfv-review'>
          <Heading level={1}>{card.title}</Heading>
          <View className='dfv-text'>
            <KeepCodes text={card.where} />
          </View>
          <View className='dfv-fine'>{card.facts.join(' · ')}</View>
          <Facts facts={card.answers} />
          <Link onTap={() => toRecord(card.id, card.where)}>{copy.text}</Link>
          {card.own ? (
            <View className='dfv-text'>{copy.own}</View>
          ) : (
            <View className='dfv-row-wrap'>
              <Button
                look='primary'
                small
                className='dfv-accept'
                label={`${copy.accept} ${card.where} ${card.title}`}
                onTap={() => setAsked('accept')}
              >
                {copy.accept}
              </Button>
              <Button
                small
                label={`${copy.back} ${card.where} ${card.title}`}
                onTap={() => setAsked('return')}
              >
                {copy.back}
              </Button>
            </View>
          )}
        </View>
      )}
      <AcceptSheet
        card={(asked === 'accept' && card) || null}
        onClose={() => setAsked(null)}
        onAccept={(accepted) => decide(accepted)}
      />
      <ReturnSheet
        key={card?.id}
        open={asked === 'return'}
        onClose={() => setAsked(null)}
        onReturn={(reason) => card && decide(card, reason)}
      />
    </Page>
  )
}
