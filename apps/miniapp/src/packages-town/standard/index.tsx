import { View } from '@tarojs/components'
import { villagesApi } from '@/shared/api'
import { villageStandard as copy, errors } from '@/shared/copy'
import { toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { useResource } from '@/shared/resource'
import { useVillageBook } from '@/shared/town'
import { EmptyState, Failure, Heading, Page, Skeleton, StateChip } from '@/shared/ui'
import { PartCard } from './parts/part-card'
import { standardView } from './view-model'

/** One standard of one village, as those above the village read it. */
export default function VillageStandardPage() {
  const { area = '', id = '', part: asked } = usePageParams()
  const score = useResource(area || null, () => villagesApi.scorecard(area))
  const book = useVillageBook(area || null)
  const scorecard = score.data?.scorecard
  const view = scorecard ? standardView(scorecard, id, book, asked) : null
  return (
    <Page title={copy.title}>
      {score.loading && <Skeleton rows={4} />}
      {score.failure && (
        <Failure
          told={score.failure}
          onRetry={score.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {scorecard && !view && <EmptyState text={errors.notFoundPage} />}
      {view && (
        <>
          <View className='dfv-page__head'>
            <Heading level={1}>{view.title}</Heading>
            <StateChip state={view.state} />
          </View>
          {view.parts.map((part) => (
            <PartCard
              key={part.id}
              part={part}
              mayOpen={book.mayOpen}
              deciding={scorecard?.parts.find((one) => one.id === part.id)?.deciding.length ?? 0}
            />
          ))}
          <View className='dfv-fine'>{copy.policy(view.policyVersion)}</View>
        </>
      )}
    </Page>
  )
}
