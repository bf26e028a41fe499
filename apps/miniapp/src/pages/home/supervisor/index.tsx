import { View } from '@tarojs/components'
import { useState } from 'react'
import { OWN_SHOWN, ordersApi, villagesApi } from '@/shared/api'
import {
  beginnings,
  overview as copy,
  orders,
  roleNames,
  strips,
  textSize,
  toAwarenessText,
} from '@/shared/copy'
import { SaveList } from '@/shared/lists'
import {
  toAwareness,
  toBeginnings,
  toLateWork,
  toMoves,
  toOrders,
  toOwnDuties,
  toSignIn,
  toTab,
  toTextSize,
  toVillageMap,
} from '@/shared/navigation'
import { useAreas } from '@/shared/place'
import { today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { readsOrders, useViewer } from '@/shared/session'
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
import { byTown, overviewView, type VillageOrder } from './view-model'

const ORDERS: readonly VillageOrder[] = ['code', 'attention']

/** The area at a glance, from the server's projections: who needs help with what. */
export function SupervisorHome() {
  const { areaCode, areaName, role, group, appointmentId, visitor } = useViewer()
  const overview = useResource(appointmentId, () => villagesApi.list(areaCode ?? undefined))
  const own = useResource(visitor ? appointmentId : null, () => villagesApi.ownDuties(OWN_SHOWN))
  const issued = useResource(readsOrders(role) ? appointmentId : null, () => ordersApi.list())
  const [onlyNotMet, setOnlyNotMet] = useState(false)
  const [order, setOrder] = useState<VillageOrder>('code')
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const { areas } = useAreas()
  useReturn(() => {
    // Coming back from a village or a review: what was done there changes the figures here.
    overview.reload()
    own.reload()
    issued.reload()
  })
  const view = overview.data && overviewView(overview.data, { onlyNotMet, order }, today())
  const towns = new Map(areas?.map(({ code, name }) => [code, name]))
  const groups = byTown(view?.rows ?? [], (code) => towns.get(code))
  const fold = (town: string) => {
    const next = new Set(unfolded)
    if (!next.delete(town)) next.add(town)
    setUnfolded(next)
  }
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
            <View className='dfv-row-wrap dfv-overview-links'>
              {issued.data && issued.data.counts.late > 0 && (
                <Link onTap={toOrders}>{orders.homeLate(issued.data.counts.late)}</Link>
              )}
              {issued.data && issued.data.counts.answered > 0 && (
                <Link onTap={toOrders}>{orders.homeAnswered(issued.data.counts.answered)}</Link>
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
            </View>
          </Region>
          <View className='dfv-row-wrap dfv-overview-ways'>
            <Button small icon='clock' onTap={toLateWork}>
              {copy.ways.late}
            </Button>
            <Button small icon='grid' onTap={toVillageMap}>
              {copy.ways.map}
            </Button>
            <Button small icon='document' onTap={toMoves}>
              {copy.ways.moves}
            </Button>
            {issued.data && (
              <Button small icon='flag' onTap={toOrders}>
                {copy.ways.orders}
              </Button>
            )}
          </View>
          {areaCode && <Link onTap={() => toAwareness(areaCode)}>{toAwarenessText[areaCode.length]}</Link>}
          <View className='dfv-filter'>
            <Options
              multi
              options={[{ value: 'notMet', label: copy.onlyNotMet }]}
              chosen={onlyNotMet ? ['notMet'] : []}
              onChange={(chosen) => setOnlyNotMet(chosen.length > 0)}
            />
          </View>
          <Region role='radiogroup' label={copy.sortLabel} className='dfv-filter dfv-orders'>
            <Options
              options={ORDERS.map((value) => ({ value, label: copy.orders[value] }))}
              chosen={[order]}
              onChange={([value]) => setOrder(value as VillageOrder)}
            />
          </Region>
          {overview.data?.items.length === 0 && <EmptyState icon='village' text={copy.none} />}
          {overview.data && overview.data.items.length > 0 && view.rows.length === 0 && (
            <EmptyState icon='met' text={copy.noneNotMet} />
          )}
          {view.rows.length > 0 && <Villages groups={groups} unfolded={unfolded} onFold={fold} />}
          <View className='dfv-fine'>{copy.orderNote[order]}</View>
          <SaveList list='villages' title={copy.title} />
        </>
      )}
    </Page>
  )
}
