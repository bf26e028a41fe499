import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { OWN_SHOWN, villagesApi } from '@/shared/api'
import { beginnings, overview as copy, roleNames, strips, textSize, toAwarenessText } from '@/shared/copy'
import { SaveList } from '@/shared/lists'
import { toAwareness, toBeginnings, toOwnDuties, toSignIn, toTab, toTextSize } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import {
  Button,
  EmptyState,
  Failure,
  Heading,
  Link,
  Options,
  Page,
  Region,
  Skeleton,
  Strip,
} from '@/shared/ui'
import './index.scss'
import { Villages } from './parts/villages'
import { overviewView } from './view-model'

const PAGE = 50

/** The area at a glance, from the server's projections: who needs help with what. */
export function SupervisorHome() {
  const { areaCode, areaName, role, group, appointmentId, visitor } = useViewer()
  const overview = useResource(appointmentId, () => villagesApi.list(areaCode ?? undefined))
  const own = useResource(visitor ? appointmentId : null, () => villagesApi.ownDuties(OWN_SHOWN))
  const [onlyNotMet, setOnlyNotMet] = useState(false)
  const [shown, setShown] = useState(PAGE)
  const first = useRef(true)
  useDidShow(() => {
    // Coming back from a village or a review: what was done there changes the figures here.
    if (!first.current) {
      overview.reload()
      if (visitor) own.reload()
    }
    first.current = false
  })
  const view = overview.data && overviewView(overview.data, onlyNotMet, today())
  return (
    <Page
      strip={
        own.data &&
        own.data.items.length > 0 && (
          <Strip
            icon='due'
            action={
              <Button small onTap={toOwnDuties}>
                {strips.look}
              </Button>
            }
          >
            {copy.ownDuties(own.data.items.length, own.data.nextCursor !== null)}
          </Strip>
        )
      }
    >
      <View className='dfv-page__head'>
        <View className='dfv-text'>{[areaName, role && roleNames[role]].filter(Boolean).join(' · ')}</View>
        <Button small icon='text-size' onTap={toTextSize} label={textSize.buttonLabel}>
          {textSize.button}
        </Button>
      </View>
      <Heading level={1}>{copy.title}</Heading>
      {overview.loading && !view && <Skeleton rows={5} />}
      {overview.failure && view && <Region role='alert'>{overview.failure.text}</Region>}
      {overview.failure && !view && (
        <Failure
          told={overview.failure}
          onRetry={overview.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('me')}
        />
      )}
      {view && (
        <>
          <View className='dfv-text'>{view.asOf}</View>
          <Region role='status' className='dfv-card'>
            <View className='dfv-row__title dfv-overdue'>{view.overdue}</View>
            {view.stale > 0 && <View className='dfv-text'>{copy.stale(view.stale)}</View>}
            {view.notStarted > 0 && role !== 'town-office' && (
              <View className='dfv-fine'>{copy.notStarted(view.notStarted)}</View>
            )}
            {role === 'town-office' && (
              <Link onTap={toBeginnings}>
                {view.notStarted > 0 ? copy.notStarted(view.notStarted) : beginnings.title}
              </Link>
            )}
            {/* Who enters official results reviews no records: his third tab is another. */}
            {group !== 'assessor' && view.pending > 0 && (
              <Link onTap={() => toTab('check')}>{copy.pending(view.pending)}</Link>
            )}
          </Region>
          {areaCode && <Link onTap={() => toAwareness(areaCode)}>{toAwarenessText[areaCode.length]}</Link>}
          <View className='dfv-options dfv-filter'>
            <Options
              multi
              options={[{ value: 'notMet', label: copy.onlyNotMet }]}
              chosen={onlyNotMet ? ['notMet'] : []}
              onChange={(chosen) => setOnlyNotMet(chosen.length > 0)}
            />
          </View>
          {overview.data?.items.length === 0 && <EmptyState icon='village' text={copy.none} />}
          {overview.data && overview.data.items.length > 0 && view.rows.length === 0 && (
            <EmptyState icon='met' text={copy.noneNotMet} />
          )}
          {view.rows.length > 0 && <Villages rows={view.rows.slice(0, shown)} />}
          {view.rows.length > shown && (
            <Button onTap={() => setShown(shown + PAGE)}>
              {copy.showMore(Math.min(PAGE, view.rows.length - shown))}
            </Button>
          )}
          <View className='dfv-fine'>{copy.order}</View>
          <SaveList list='villages' title={copy.title} />
        </>
      )}
    </Page>
  )
}
