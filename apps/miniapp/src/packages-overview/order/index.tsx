import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Order, ordersApi } from '@/shared/api'
import { orders as copy, issue } from '@/shared/copy'
import { addDays } from '@/shared/format'
import {
  toGaps,
  toRecordForm,
  toSignIn,
  toStandard,
  toTab,
  toVillageStandard,
  toWhy,
} from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { useVillageBook } from '@/shared/town'
import {
  Button,
  Facts,
  Failure,
  Heading,
  KeepCodes,
  Link,
  Page,
  Region,
  Skeleton,
  StateChip,
} from '@/shared/ui'
import { dutyRow, formTargetOf, useVillage, type Village, wayOn } from '@/shared/village'
import { orderChip } from '../orders/view-model'
import { AnswerForm } from './parts/answer-form'
import { DecisionSheet } from './parts/decision-sheet'
import { againstClosing, type DecisionForm, decisionsOf, orderFacts, stepLines } from './view-model'

/** Days a village gets when an order is sent back, unless the office says otherwise. */
const AGAIN_DAYS = 7

/** One order with all that was said about it; whose turn it is acts here. */
export default function OrderPage() {
  const { id = '', issued } = usePageParams()
  const stored = useResource(id || null, () => ordersApi.read(id))
  const order = stored.data
  return (
    <Page title={copy.title}>
      {stored.loading && !order && <Skeleton rows={4} />}
      {stored.failure && !order && (
        <Failure
          told={stored.failure}
          onRetry={stored.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {order && <OrderView order={order} told={issued ? issue.issued : null} onMoved={stored.take} />}
    </Page>
  )
}

type ViewProps = {
  order: Order
  /** What has just happened to it. */
  told: string | null
  onMoved: (order: Order) => void
}

function OrderView({ order, told, onMoved }: ViewProps) {
  const { group } = useViewer()
  const { village } = useVillage()
  const book = useVillageBook(order.subjectId ? order.areaCode : null)
  const [form, setForm] = useState<DecisionForm | null>(null)
  const [news, setNews] = useState(told)
  const { subjectId } = order
  const code =
    subjectId === null
      ? undefined
      : village?.code === order.areaCode
        ? village.wording.nameOf?.(subjectId)
        : book.codeOf(subjectId)
  const chip = orderChip(order, order.asOf)
  const gate = order.part?.split('.')[0]
  const look = () => {
    if (!gate) return
    if (group === 'village') toStandard(gate)
    else toVillageStandard(order.areaCode, gate, order.part ?? undefined)
  }
  const done = (next: Order, words: string) => {
    setForm(null)
    setNews(words)
    onMoved(next)
  }
  return (
    <>
      <View className='dfv-page__head'>
        <Heading level={1}>{order.title}</Heading>
        <StateChip state={chip.state}>{chip.text}</StateChip>
      </View>
      <Region role='status' className='dfv-news'>
        {news}
      </Region>
      <View className='dfv-card'>
        <Facts facts={orderFacts(order, code)} />
        {gate && <Link onTap={look}>{copy.look}</Link>}
        {group === 'village' && village && <Doing order={order} village={village} />}
      </View>
      {order.mayAnswer && <AnswerForm orderId={order.id} onDone={(next) => done(next, copy.answered)} />}
      {order.mayDecide && (
        <View className='dfv-stack'>
          {decisionsOf(order).map((kind) => (
            <Button
              key={kind}
              look={kind === 'closed' && againstClosing(order).length === 0 ? 'primary' : 'plain'}
              className={`dfv-order-${kind}`}
              onTap={() => setForm({ kind, text: '', dueOn: addDays(today(), AGAIN_DAYS) })}
            >
              {copy.decideTitle[kind]}
            </Button>
          ))}
        </View>
      )}
      <Heading level={2}>{copy.history}</Heading>
      {stepLines(order).map(({ id, head, text, due }) => (
        <View key={id} className='dfv-card dfv-order-step'>
          <View className='dfv-fine'>{head}</View>
          <View className='dfv-text'>
            <KeepCodes text={text} />
          </View>
          {due && <View className='dfv-text'>{due}</View>}
        </View>
      ))}
      {form && (
        <DecisionSheet
          order={order}
          form={form}
          onChange={setForm}
          onClose={() => setForm(null)}
          onDone={(next) => done(next, copy.decided[form.kind])}
        />
      )}
    </>
  )
}

/** For the village: the way to do what it is asked for. */
function Doing({ order, village }: { order: Order; village: Village }) {
  const { role } = useViewer()
  if (order.state === 'closed' || order.state === 'withdrawn') return null
  if (order.about.kind === 'part')
    return (
      <Button icon='due' onTap={toGaps}>
        {copy.gaps}
      </Button>
    )
  const duty = village.duties.open.find(({ id }) => id === order.about.id)
  if (!duty) return null
  const { byForm, mine, action } = dutyRow(duty, village, role)
  const target = byForm ? formTargetOf(duty, village) : null
  // What a colleague owes is his to do; why it is due says who he is.
  const way = mine ? wayOn(duty, village.code) : null
  const go = target ? () => toRecordForm(target) : (way ?? (() => toWhy(duty.id)))
  return (
    <Button icon='due' className='dfv-order-do' onTap={go}>
      {action}
    </Button>
  )
}
