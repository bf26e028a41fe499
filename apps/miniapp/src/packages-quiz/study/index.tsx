import type { BankAudience, Topic } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { quizBankApi, type StudyCard } from '@/shared/api'
import { study as copy, quiz } from '@/shared/copy'
import { toQuizStart, toTab } from '@/shared/navigation'
import { useResource } from '@/shared/resource'
import {
  BottomBar,
  Button,
  EmptyState,
  Failure,
  Field,
  focusOn,
  Heading,
  Icon,
  Options,
  Page,
  Region,
  Skeleton,
  Tap,
} from '@/shared/ui'
import { AUDIENCES, cardsOf, cardView, topicRows } from './view-model'

/** What may be asked, one fact a card: to learn, not to be measured. */
export default function StudyPage() {
  const [audience, setAudience] = useState<BankAudience>('public')
  const [topic, setTopic] = useState<Topic | 'other' | null>(null)
  const cards = useResource(audience, () => quizBankApi.cards(audience))
  const items = cards.data?.items ?? []
  if (topic) return <Cards cards={cardsOf(items, topic)} onTopics={() => setTopic(null)} />
  const rows = topicRows(items)
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.title}</Heading>
      <View className='dfv-text'>{copy.lead}</View>
      <View className='dfv-columns'>
        <View className='dfv-columns__one'>
          <View className='dfv-card'>
            <Field name='audience' label={copy.audience} group='radiogroup'>
              <Options
                options={AUDIENCES}
                chosen={[audience]}
                onChange={([chosen]) => setAudience(chosen as BankAudience)}
              />
            </Field>
          </View>
        </View>
        <View className='dfv-columns__one'>
          {cards.loading && !cards.data && <Skeleton rows={5} />}
          {cards.failure && !cards.data && (
            <Failure told={cards.failure} onRetry={cards.reload} onHome={() => toTab('home')} />
          )}
          {cards.data && rows.length === 0 && <EmptyState icon='quiz' text={copy.empty} />}
          {rows.length > 0 && (
            <>
              <Heading level={2}>{copy.topics}</Heading>
              <View className='dfv-card dfv-card--flush'>
                {rows.map((row) => (
                  <Tap key={row.topic} className='dfv-row dfv-topic' onTap={() => setTopic(row.topic)}>
                    <View className='dfv-row__main'>
                      <View className='dfv-row__title'>{row.title}</View>
                      <View className='dfv-row__note'>{row.note}</View>
                    </View>
                    <Icon name='chevron-right' />
                  </Tap>
                ))}
              </View>
            </>
          )}
        </View>
      </View>
    </Page>
  )
}

type CardsProps = { cards: readonly StudyCard[]; onTopics: () => void }

/** One card a screen; the thumb goes on. */
function Cards({ cards, onTopics }: CardsProps) {
  const [at, setAt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the card
  useEffect(() => {
    focusOn('card')
  }, [at])
  const card = cards[at]
  if (!card) {
    return (
      <Page title={copy.title}>
        <EmptyState icon='check' text={copy.last}>
          <Button look='primary' onTap={onTopics}>
            {copy.toTopics}
          </Button>
          <Button onTap={toQuizStart}>{copy.toPractice}</Button>
        </EmptyState>
      </Page>
    )
  }
  const view = cardView(card)
  return (
    <Page
      title={copy.title}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-next-card' onTap={() => setAt(at + 1)}>
            {at === cards.length - 1 ? copy.last : copy.next}
          </Button>
          {at > 0 ? (
            <Button onTap={() => setAt(at - 1)}>{copy.previous}</Button>
          ) : (
            <Button onTap={onTopics}>{copy.toTopics}</Button>
          )}
        </BottomBar>
      }
    >
      <View className='dfv-text'>{copy.card(at + 1, cards.length)}</View>
      <Region
        role='group'
        id='card'
        label={view.stem}
        className='dfv-card dfv-stack dfv-study-card'
        focusable
      >
        <Heading level={1} className='dfv-lead'>
          {view.stem}
        </Heading>
        <View className='dfv-text dfv-explained__answer'>{view.answer}</View>
        <View className='dfv-text'>{`${quiz.why}：${view.why}`}</View>
        <View className='dfv-quote'>{`${quiz.basis}：${view.basis}`}</View>
        {view.note && <View className='dfv-fine'>{view.note}</View>}
      </Region>
    </Page>
  )
}
