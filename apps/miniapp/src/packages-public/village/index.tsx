import { View } from '@tarojs/components'
import { useState } from 'react'
import { type AudienceAwareness, publicPageApi, villagesApi } from '@/shared/api'
import { villageNotice as copy } from '@/shared/copy'
import { toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { type ChosenVillage, useChosenVillage, VillageSheet, villageFor } from '@/shared/place'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Failure, Heading, Link, Page, Picture, Skeleton } from '@/shared/ui'
import './index.scss'
import { Notice } from './notice'
import { Publicity } from './publicity'
import { rateView } from './view-model'

/** What everybody may know of a village: how well people know, its plaque, what was done, whom to call. No person, no case, no comparison. */
export default function VillageNoticePage() {
  const asked = usePageParams().area
  const viewer = useViewer()
  const chosen = useChosenVillage((state) => state.village)
  const [shown, setShown] = useState<ChosenVillage | null>(null)
  const [choosing, setChoosing] = useState(false)
  const mine = villageFor(chosen, viewer)
  const code = shown?.code ?? asked ?? mine?.code ?? null
  const areas = useResource(code && `area:${code}`, () =>
    villagesApi.areas({ under: code ?? '', level: 'village' }),
  )
  const awareness = useResource(code, () => villagesApi.awareness(code ?? ''))
  const notice = useResource(code && `notice:${code}`, () => publicPageApi.read(code ?? ''))
  const name = shown?.name ?? areas.data?.items[0]?.name ?? (mine?.code === code ? mine?.name : '')
  const sheet = <VillageSheet open={choosing} onClose={() => setChoosing(false)} onChosen={setShown} />

  if (code === null) {
    return (
      <Page title={copy.title}>
        <EmptyState icon='village' text={copy.noVillage}>
          <Button look='primary' onTap={() => setChoosing(true)}>
            {copy.choose}
          </Button>
        </EmptyState>
        {sheet}
      </Page>
    )
  }
  return (
    <Page title={copy.title}>
      <View className='dfv-page__head'>
        <Heading level={1}>{name ?? ''}</Heading>
        <Link onTap={() => setChoosing(true)}>{copy.change}</Link>
      </View>
      {awareness.loading && <Skeleton rows={2} />}
      {awareness.failure && (
        <Failure told={awareness.failure} onRetry={awareness.reload} onHome={() => toTab('home')} />
      )}
      {awareness.data && (
        <View className='dfv-card'>
          <Heading level={2}>{copy.awareness}</Heading>
          <View className='dfv-fine'>{copy.year(awareness.data.year)}</View>
          {awareness.data.audiences.map((one) => (
            <Rate key={one.audience} given={one} />
          ))}
          <View className='dfv-fine'>{`${copy.how}：${copy.howText}`}</View>
          <Link onTap={() => toTab('work')}>{copy.join}</Link>
        </View>
      )}
      {notice.loading && !notice.data && <Skeleton rows={3} />}
      {notice.failure && !notice.data && <Failure told={notice.failure} onRetry={notice.reload} />}
      {notice.data && <Notice page={notice.data} />}
      <Publicity code={code} />
      {sheet}
    </Page>
  )
}

function Rate({ given }: { given: AudienceAwareness }) {
  const view = rateView(given)
  return (
    <View className={`dfv-rate dfv-rate--${given.audience}`}>
      <Heading level={3}>{view.audience}</Heading>
      {view.bar && (
        <Picture className='dfv-rate__bar' src={view.bar.image} fit='fill' label={view.bar.label} />
      )}
      <View className='dfv-rate__sentence'>{view.sentence}</View>
      <View className='dfv-fine'>{[view.target, view.note].filter(Boolean).join('。')}</View>
    </View>
  )
}
