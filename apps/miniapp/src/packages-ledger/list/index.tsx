import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { type ExportForm, type ExportItem, exportsApi } from '@/shared/api'
import { exports as copy } from '@/shared/copy'
import { toExportAsk, toSignInAndBack, toTab } from '@/shared/navigation'
import { isWeapp, today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Failure, Heading, Icon, Page, Region, Skeleton, Tap } from '@/shared/ui'
import { fetchExport, useRechecked } from '../use-rechecked'
import { type ExportRow, groupsOf, rowsOf } from './view-model'

const ASK_AGAIN_MS = 2_000
/** WeChat opens documents, no archives: those are made and fetched on a computer. */
const canOpenHere = ({ formats }: ExportForm) => !isWeapp || formats.some((format) => format !== 'zip')

/** What can be put on paper, and what was lately. */
export default function ExportsPage() {
  const { appointmentId } = useViewer()
  const forms = useResource(appointmentId, exportsApi.forms)
  const recent = useResource(appointmentId, exportsApi.list)
  const [all, setAll] = useState(false)
  const [news, setNews] = useState<string | null>(null)
  const fetching = useRechecked()
  const { reload } = recent
  useReturn(reload)
  const rows = rowsOf(recent.data?.items ?? [], today())
  const isMaking = rows.some((row) => row.isMaking)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer starts the next wait
  useEffect(() => {
    if (!isMaking || recent.loading) return
    const timer = setTimeout(reload, ASK_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [isMaking, recent.data, recent.loading])

  const open = async (item: ExportItem) => {
    setNews(null)
    if (await fetching.run(() => fetchExport(item))) setNews(isWeapp ? null : copy.saved)
  }
  const remove = async ({ id, title }: ExportItem) => {
    setNews(null)
    const done = await fetching.run(async () => {
      await exportsApi.remove(id)
      return true
    })
    if (done) setNews(copy.removed(title))
    reload()
  }
  const { groups, records } = groupsOf((forms.data?.items ?? []).filter(canOpenHere))
  return (
    <Page title={copy.title}>
      {forms.loading && !forms.data && <Skeleton rows={4} />}
      {forms.failure && !forms.data && (
        <Failure
          told={forms.failure}
          onRetry={forms.reload}
          onSignIn={toSignInAndBack}
          onHome={() => toTab('home')}
        />
      )}
      {forms.data?.items.length === 0 && <EmptyState icon='document' text={copy.empty} />}
      {rows.length > 0 && (
        <>
          <Heading level={2}>{copy.recent}</Heading>
          <View className='dfv-card dfv-card--flush'>
            {rows.map((row) => (
              <Recent key={row.item.id} row={row} busy={fetching.busy} onOpen={open} onRemove={remove} />
            ))}
          </View>
        </>
      )}
      {fetching.mustRecheck && (
        <Region role='alert' className='dfv-card dfv-stack'>
          <View className='dfv-text'>{copy.recheck}</View>
          <Button onTap={toSignInAndBack}>{copy.signInAgain}</Button>
        </Region>
      )}
      {fetching.told && (
        <Region role='alert' className='dfv-errors'>
          {fetching.told.text}
        </Region>
      )}
      <Region role='status'>{news}</Region>
      {groups.length > 0 && <View className='dfv-fine'>{copy.lead}</View>}
      {groups.map(({ title, forms: own }) => (
        <Group key={title} title={title} forms={own} />
      ))}
      {records.length > 0 &&
        (all ? (
          <Group title={copy.groups.record} forms={records} />
        ) : (
          <Button onTap={() => setAll(true)}>{copy.showRecords(records.length)}</Button>
        ))}
    </Page>
  )
}

function Group({ title, forms }: { title: string; forms: readonly ExportForm[] }) {
  return (
    <>
      <Heading level={2}>{title}</Heading>
      <View className='dfv-card dfv-card--flush'>
        {forms.map(({ id, title: name, about }) => (
          <Tap key={id} className='dfv-row dfv-export-form' onTap={() => toExportAsk(id)}>
            <Icon name='document' />
            <View className='dfv-row__main'>
              <View className='dfv-row__title'>{name}</View>
              <View className='dfv-row__note'>{about || copy.recordAbout}</View>
            </View>
            <Icon name='chevron-right' />
          </Tap>
        ))}
      </View>
    </>
  )
}

type RecentProps = {
  row: ExportRow
  busy: boolean
  onOpen: (item: ExportItem) => void
  onRemove: (item: ExportItem) => void
}

function Recent({ row, busy, onOpen, onRemove }: RecentProps) {
  const { item, title, note, canOpen, isMaking } = row
  return (
    <View className='dfv-row dfv-row-wrap'>
      <View className='dfv-row__main'>
        <View className='dfv-row__title'>{title}</View>
        <Region role='status' className='dfv-row__note'>
          {note}
        </Region>
      </View>
      {canOpen && !(isWeapp && item.format === 'zip') && (
        <Button small look='primary' disabled={busy} onTap={() => onOpen(item)}>
          {isWeapp ? copy.open : copy.download}
        </Button>
      )}
      <Button small disabled={busy} onTap={() => onRemove(item)}>
        {isMaking ? copy.cancel : copy.remove}
      </Button>
    </View>
  )
}
