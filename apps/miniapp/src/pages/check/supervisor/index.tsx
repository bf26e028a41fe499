import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { type Role, recordsApi, villagesApi } from '@/shared/api'
import { reviews as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { toRecord, toSignIn, toTab } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
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
import { ReturnSheet } from './parts/return-sheet'
import { WaitingTables } from './parts/waiting-tables'
import { type ReviewCard, reviewCard } from './view-model'

const REVIEWS: readonly Role[] = ['town-office', 'police']

/** What waits for a second person. */
export function SupervisorReview() {
  const { role, areaCode, appointmentId } = useViewer()
  const mayReview = role !== null && REVIEWS.includes(role)
  const queue = useResource(mayReview ? appointmentId : null, async () => {
    const [pending, areas] = await Promise.all([
      recordsApi.pending(),
      villagesApi.areas({ under: areaCode ?? undefined, level: 'village' }),
    ])
    const names = new Map(areas.items.map(({ code, name }) => [code, name]))
    const villageOf = (code: string) => names.get(code) ?? ''
    const cards = pending.items.map((record) => reviewCard(record, villageOf(record.areaCode), today()))
    return { cards, villageOf }
  })
  const cards = queue.data?.cards
  const [accepting, setAccepting] = useState<ReviewCard | null>(null)
  const [returning, setReturning] = useState<ReviewCard | null>(null)
  const [news, setNews] = useState<string | null>(null)
  const first = useRef(true)
  useDidShow(() => {
    if (!first.current) queue.reload()
    first.current = false
  })

  const decide = async (card: ReviewCard, decision: 'accept' | 'return', reason?: string) => {
    setAccepting(null)
    setReturning(null)
    try {
      await recordsApi.review(card.id, decision, reason)
      const what = `${card.where} ${card.title}`
      setNews(decision === 'accept' ? copy.accepted(what) : copy.returned(what))
      queue.reload()
    } catch (error) {
      const told = tell(error)
      setNews(told.kind === 'offline' ? copy.offline : told.text)
    }
  }

  return (
    <Page>
      <Heading level={1}>{cards ? copy.count(cards.length) : copy.title}</Heading>
      <Region role='status' className='dfv-news'>
        {news}
      </Region>
      {!mayReview && <EmptyState icon='review' text={copy.notYours} />}
      {queue.loading && !queue.data && <Skeleton rows={3} />}
      {queue.failure && !queue.data && (
        <Failure
          told={queue.failure}
          onRetry={queue.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {cards?.length === 0 && <EmptyState icon='met' text={copy.empty} />}
      {queue.data && (
        <WaitingTables villageOf={queue.data.villageOf} onNews={setNews} onDone={queue.reload} />
      )}
      {cards?.map((card) => (
        <View key={card.id} className='dfv-card dfv-stack dfv-review'>
          <Heading level={2}>{card.title}</Heading>
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
                onTap={() => setAccepting(card)}
              >
                {copy.accept}
              </Button>
              <Button
                small
                label={`${copy.back} ${card.where} ${card.title}`}
                onTap={() => setReturning(card)}
              >
                {copy.back}
              </Button>
            </View>
          )}
        </View>
      ))}
      <AcceptSheet
        card={accepting}
        onClose={() => setAccepting(null)}
        onAccept={(card) => decide(card, 'accept')}
      />
      <ReturnSheet
        key={returning?.id}
        open={returning !== null}
        onClose={() => setReturning(null)}
        onReturn={(reason) => returning && decide(returning, 'return', reason)}
      />
    </Page>
  )
}
