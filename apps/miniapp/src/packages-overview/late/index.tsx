import { View } from '@tarojs/components'
import { useState } from 'react'
import { villagesApi } from '@/shared/api'
import { common, late as copy } from '@/shared/copy'
import { toIssue, toSignIn, toTab, toVillageState } from '@/shared/navigation'
import { useResource } from '@/shared/resource'
import { mayIssueOrders, useViewer } from '@/shared/session'
import { Button, Failure, Heading, Icon, Options, Page, Region, Skeleton, Tap } from '@/shared/ui'
import { lateView } from './view-model'

const FIRST = 30

/** Late work of the own area, by kind and by village: what is late, never who is. */
export default function LateWorkPage() {
  const { areaCode, appointmentId, role } = useViewer()
  const overview = useResource(appointmentId, () => villagesApi.list(areaCode ?? undefined))
  const [only, setOnly] = useState<string | null>(null)
  const [shown, setShown] = useState(FIRST)
  const view = overview.data && lateView(overview.data, only)
  return (
    <Page title={copy.title}>
      {overview.loading && !view && <Skeleton rows={5} />}
      {overview.failure && !view && (
        <Failure
          told={overview.failure}
          onRetry={overview.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {view && (
        <>
          <Heading level={1}>{copy.title}</Heading>
          <Region role='status' className='dfv-lead'>
            {view.sum}
          </Region>
          {view.kinds.length > 0 && (
            <>
              <Heading level={2}>{copy.byKind}</Heading>
              <Region role='radiogroup' label={copy.byKind}>
                <Options
                  options={[
                    { value: '', label: copy.all },
                    ...view.kinds.map(({ kind, label, text }) => ({
                      value: kind,
                      label: `${label} ${text}`,
                    })),
                  ]}
                  chosen={[only ?? '']}
                  onChange={([kind]) => setOnly(kind || null)}
                />
              </Region>
              <Heading level={2}>{copy.byVillage}</Heading>
            </>
          )}
          {view.villages.slice(0, shown).map((village) => (
            <View key={village.areaCode} className='dfv-card dfv-card--flush'>
              <Tap className='dfv-row dfv-late-village' onTap={() => toVillageState(village.areaCode)}>
                <View className='dfv-row__main'>
                  <View className='dfv-row__title'>{village.name}</View>
                  {village.lines.map((line) => (
                    <View key={line} className='dfv-row__note'>
                      {line}
                    </View>
                  ))}
                </View>
                <Icon name='chevron-right' />
              </Tap>
              {mayIssueOrders(role) && (
                <View className='dfv-row'>
                  <Button
                    small
                    icon='flag'
                    label={copy.orderOf(village.name)}
                    onTap={() => toIssue(village.areaCode)}
                  >
                    {copy.order}
                  </Button>
                </View>
              )}
            </View>
          ))}
          {view.villages.length > shown && (
            <Button onTap={() => setShown(shown + FIRST)}>
              {common.showMore(Math.min(FIRST, view.villages.length - shown))}
            </Button>
          )}
        </>
      )}
    </Page>
  )
}
