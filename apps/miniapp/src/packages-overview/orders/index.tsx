import { View } from '@tarojs/components'
import { useState } from 'react'
import { type OrderHead, ordersApi } from '@/shared/api'
import { orders as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { toOrder, toSignIn, toTab } from '@/shared/navigation'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import {
  Button,
  EmptyState,
  Failure,
  Icon,
  Options,
  Page,
  Region,
  Skeleton,
  StateChip,
  Tap,
} from '@/shared/ui'
import { orderRow } from './view-model'

const STATES = ['current', 'ended'] as const
type Later = { items: OrderHead[]; nextCursor: string | null }

/** The orders of the own area: for a village those it answers, for an office those it waits for. */
export default function OrdersPage() {
  const { appointmentId } = useViewer()
  const [state, setState] = useState<(typeof STATES)[number]>('current')
  const list = useResource(appointmentId && `${appointmentId}/${state}`, () => ordersApi.list({ state }))
  const [later, setLater] = useState<Later | null>(null)
  const [told, setTold] = useState<string | null>(null)
  useReturn(() => {
    setLater(null)
    list.reload()
  })
  const { data } = list
  const items = [...(data?.items ?? []), ...(later?.items ?? [])]
  const nextCursor = later ? later.nextCursor : data?.nextCursor
  const more = async () => {
    try {
      const page = await ordersApi.list({ state, cursor: nextCursor ?? undefined })
      setLater({ items: [...(later?.items ?? []), ...page.items], nextCursor: page.nextCursor })
    } catch (error) {
      setTold(tell(error).text)
    }
  }
  return (
    <Page title={copy.title}>
      {data && (
        <Region role='status' className='dfv-lead'>
          {copy.counts(data.counts.open, data.counts.answered, data.counts.late)}
        </Region>
      )}
      <Region role='radiogroup' label={copy.choice} className='dfv-filter'>
        <Options
          options={STATES.map((value) => ({ value, label: copy[value] }))}
          chosen={[state]}
          onChange={([value]) => {
            setLater(null)
            setState(value as typeof state)
          }}
        />
      </Region>
      {list.loading && !data && <Skeleton rows={4} />}
      {list.failure && !data && (
        <Failure told={list.failure} onRetry={list.reload} onSignIn={toSignIn} onHome={() => toTab('home')} />
      )}
      {told && <Region role='alert'>{told}</Region>}
      {data && items.length === 0 && <EmptyState icon='flag' text={copy.none} />}
      {data && items.length > 0 && (
        <View className='dfv-card dfv-card--flush'>
          {items.map((head) => {
            const row = orderRow(head, data.asOf)
            return (
              <Tap key={row.id} className='dfv-row dfv-order-row' onTap={() => toOrder(row.id)}>
                <View className='dfv-row__main'>
                  <View className='dfv-row-wrap'>
                    <View className='dfv-row__title'>{row.title}</View>
                    <StateChip state={row.chip.state}>{row.chip.text}</StateChip>
                  </View>
                  <View className='dfv-row__note'>{row.where}</View>
                  <View className='dfv-row__note'>{row.note}</View>
                </View>
                <Icon name='chevron-right' />
              </Tap>
            )
          })}
        </View>
      )}
      {nextCursor && <Button onTap={more}>{copy.more}</Button>}
    </Page>
  )
}
