import { View } from '@tarojs/components'
import { useState } from 'react'
import { personsApi, type Reading } from '@/shared/api'
import { common, readings as copy, person, roleNames } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { showInstant } from '@/shared/format'
import { goBack, toSignIn } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { Button, EmptyState, Failure, Heading, Page, Region, Skeleton } from '@/shared/ui'

const PURPOSES: Readonly<Record<string, string>> = person.purposes

/** Every reading of one person's identity, for whoever leads his support group. */
export default function ReadingsPage() {
  const { id = '' } = usePageParams()
  const first = useResource(id, () => personsApi.readings(id))
  const [later, setLater] = useState<{ items: Reading[]; nextCursor: string | null } | null>(null)
  const [news, setNews] = useState<string | null>(null)
  const items = [...(first.data?.items ?? []), ...(later?.items ?? [])]
  const nextCursor = later ? later.nextCursor : (first.data?.nextCursor ?? null)
  const more = async () => {
    try {
      const page = await personsApi.readings(id, nextCursor ?? undefined)
      setLater({ items: [...(later?.items ?? []), ...page.items], nextCursor: page.nextCursor })
    } catch (error) {
      setNews(tell(error).text)
    }
  }
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.title}</Heading>
      <View className='dfv-text'>{copy.lead}</View>
      {first.loading && !first.data && <Skeleton />}
      {first.failure && (
        <Failure told={first.failure} onRetry={first.reload} onSignIn={toSignIn} onHome={goBack} />
      )}
      <Region role='alert'>{news}</Region>
      {first.data && items.length === 0 && <EmptyState icon='eye' text={copy.empty} />}
      {items.length > 0 && (
        <View className='dfv-card dfv-card--flush'>
          {items.map(({ id: key, at, what, purpose, name, role }) => (
            <View key={key} className='dfv-row'>
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>
                  {[name, roleNames[role], copy.what[what]].filter(Boolean).join(common.separator)}
                </View>
                <View className='dfv-row__note'>
                  {[showInstant(at, today()), purpose && PURPOSES[purpose]]
                    .filter(Boolean)
                    .join(common.separator)}
                </View>
              </View>
            </View>
          ))}
        </View>
      )}
      {nextCursor && <Button onTap={more}>{common.more}</Button>}
    </Page>
  )
}
