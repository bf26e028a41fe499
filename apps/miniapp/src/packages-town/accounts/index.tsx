import { View } from '@tarojs/components'
import { useState } from 'react'
import { type AppointmentItem, appointmentsApi } from '@/shared/api'
import { common, accounts as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { showDate } from '@/shared/format'
import { SaveList } from '@/shared/lists'
import { toAppoint, toSignIn, toTab } from '@/shared/navigation'
import { chinaDate, today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { BottomBar, Button, EmptyState, Failure, Heading, Options, Page, Region, Skeleton } from '@/shared/ui'
import './index.scss'
import { HandoverSheet } from './parts/handover-sheet'
import { AskSheet, CodeSheet, type IssuedCode } from './parts/sheets'
import { type AccountRow, accountRow, type Successor, successorOf } from './view-model'

/** Who works for the programme in this town, and how each gets in. */
export default function AccountsPage() {
  const { appointmentId } = useViewer()
  const list = useResource(appointmentId, () => appointmentsApi.list())
  const [later, setLater] = useState<{ items: AppointmentItem[]; nextCursor: string | null } | null>(null)
  const [showEnded, setShowEnded] = useState(false)
  const [asking, setAsking] = useState<{ kind: 'code' | 'end'; row: AccountRow } | null>(null)
  const [leaving, setLeaving] = useState<AccountRow | null>(null)
  const [issued, setIssued] = useState<IssuedCode | null>(null)
  const [news, setNews] = useState<string | null>(null)
  const reload = () => {
    setLater(null)
    list.reload()
  }
  useReturn(reload)
  const items = [...(list.data?.items ?? []), ...(later?.items ?? [])]
  const rows = items.map((item) => accountRow(item, today())).filter(({ open }) => open || showEnded)
  const nextCursor = later ? later.nextCursor : (list.data?.nextCursor ?? null)

  const attempt = async (work: () => Promise<void>) => {
    setAsking(null)
    setLeaving(null)
    setNews(null)
    try {
      await work()
    } catch (error) {
      setNews(tell(error).text)
    }
  }
  const yes = (row: AccountRow) =>
    attempt(async () => {
      if (asking?.kind === 'end') {
        await appointmentsApi.end(row.id)
        setNews(copy.done(`${row.who}（${row.post}）`))
      } else {
        const { bindingCode, expiresAt } = await appointmentsApi.issueCode(row.id)
        setIssued({
          who: row.who,
          code: bindingCode,
          until: showDate(chinaDate(Date.parse(expiresAt)), today()),
        })
      }
      reload()
    })
  const handOver = (row: AccountRow, successor: Successor) =>
    attempt(async () => {
      await appointmentsApi.handOver(row.id, successorOf(successor))
      setNews(copy.handedOver(row.who, successor.name.trim()))
      reload()
    })
  const more = () =>
    attempt(async () => {
      const page = await appointmentsApi.list(nextCursor ?? undefined)
      setLater({ items: [...(later?.items ?? []), ...page.items], nextCursor: page.nextCursor })
    })

  return (
    <Page
      title={copy.title}
      bottom={
        <BottomBar>
          <Button look='primary' icon='add' className='dfv-add-account' onTap={toAppoint}>
            {copy.add}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{copy.title}</Heading>
      <Region role='status'>{news}</Region>
      {list.loading && !list.data && <Skeleton rows={4} />}
      {list.failure && !list.data && (
        <Failure told={list.failure} onRetry={list.reload} onSignIn={toSignIn} onHome={() => toTab('me')} />
      )}
      {list.data && (
        <View className='dfv-shown'>
          <Options
            multi
            options={[{ value: 'ended', label: copy.show }]}
            chosen={showEnded ? ['ended'] : []}
            onChange={(chosen) => setShowEnded(chosen.length > 0)}
          />
        </View>
      )}
      {items.length > 0 && <SaveList list='accounts' title={copy.title} />}
      {list.data && rows.length === 0 && (
        <EmptyState icon='person' text={items.length === 0 ? copy.empty : copy.nothingOpen} />
      )}
      {rows.map((row) => (
        <View key={row.id} className='dfv-card dfv-stack dfv-account'>
          <Heading level={2}>{row.who}</Heading>
          <View className='dfv-text'>{row.post}</View>
          <View className='dfv-fine'>{row.note}</View>
          {row.open && (
            <View className='dfv-row-wrap'>
              <Button small label={`${copy.code}，${row.who}`} onTap={() => setAsking({ kind: 'code', row })}>
                {copy.code}
              </Button>
              <Button small label={`${copy.handOver}，${row.who}`} onTap={() => setLeaving(row)}>
                {copy.handOver}
              </Button>
              <Button
                small
                look='grave'
                label={`${copy.end}，${row.who}`}
                onTap={() => setAsking({ kind: 'end', row })}
              >
                {copy.end}
              </Button>
            </View>
          )}
        </View>
      ))}
      {nextCursor && <Button onTap={more}>{common.more}</Button>}
      <AskSheet
        row={asking?.row ?? null}
        kind={asking?.kind ?? 'code'}
        onYes={yes}
        onClose={() => setAsking(null)}
      />
      <HandoverSheet row={leaving} onYes={handOver} onClose={() => setLeaving(null)} />
      <CodeSheet issued={issued} onClose={() => setIssued(null)} />
    </Page>
  )
}
