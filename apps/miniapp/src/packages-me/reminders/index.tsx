import { View } from '@tarojs/components'
import { useState } from 'react'
import { remindersApi } from '@/shared/api'
import { reminders as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { askOnce, readReminders } from '@/shared/leave'
import { toInbox, toSignIn, toTab } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { canSubscribe } from '@/shared/platform/subscribe'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Failure, Heading, Page, Region, Skeleton } from '@/shared/ui'
import { type KindRow, type RemindersView, remindersView } from './view-model'

/** One tap, one message: WeChat's rule, told as it is. What is silent, and whether the last ones left. */
export default function RemindersPage() {
  const { accountId } = useViewer()
  const loaded = useResource(accountId, () => readReminders(accountId ?? ''))
  const [news, setNews] = useState<string | null>(null)
  const view = loaded.data && remindersView(loaded.data, today())
  const allow = async (askFor: readonly string[]) => {
    if (accountId === null) return
    try {
      const next = await askOnce(accountId, askFor)
      if (!next.given) return
      loaded.take(next.given)
      setNews(next.allowed ? copy.allowed(remindersView(next.given, today()).total) : copy.refused)
    } catch (error) {
      setNews('errCode' in Object(error) || 'errMsg' in Object(error) ? copy.settingsHint : tell(error).text)
    }
  }
  const mute = async ({ kind, until }: KindRow) => {
    try {
      loaded.take(await remindersApi.mute(kind, until ?? null))
      setNews(null)
    } catch (error) {
      setNews(tell(error).text)
    }
  }
  return (
    <Page title={copy.title}>
      {accountId === null && (
        <EmptyState icon='bell' text={copy.signInFirst}>
          <Button onTap={toSignIn}>{copy.signIn}</Button>
        </EmptyState>
      )}
      {loaded.loading && !view && <Skeleton rows={2} />}
      {loaded.failure && !view && (
        <Failure
          told={loaded.failure}
          onRetry={loaded.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {view && view.askFor.length === 0 && <EmptyState icon='bell' text={copy.none} />}
      {view && <Region role='status'>{news}</Region>}
      {view && view.askFor.length > 0 && <Allowed view={view} onAllow={() => allow(view.askFor)} />}
      {view && view.kinds.length > 0 && <Kinds rows={view.kinds} onMute={mute} />}
      {view && view.deliveries.length > 0 && (
        <View className='dfv-card dfv-stack'>
          <Heading level={2}>{copy.latest}</Heading>
          {view.deliveries.map((line) => (
            <View key={line} className='dfv-text'>
              {line}
            </View>
          ))}
        </View>
      )}
      {view && <Button onTap={toInbox}>{copy.toInbox}</Button>}
    </Page>
  )
}

function Allowed({ view, onAllow }: { view: RemindersView; onAllow: () => void }) {
  return (
    <View className='dfv-card dfv-stack'>
      <Heading level={1}>{copy.title}</Heading>
      <View className='dfv-text'>{copy.lead}</View>
      {view.lines.map((line) => (
        <View key={line} className='dfv-lead'>
          {line}
        </View>
      ))}
      <View className='dfv-text'>{`${view.forecast}${view.isShort ? copy.short : ''}`}</View>
      {canSubscribe ? (
        <Button look='primary' icon='bell' onTap={onAllow}>
          {copy.allow}
        </Button>
      ) : (
        <View className='dfv-text'>{copy.onlyWechat}</View>
      )}
      <View className='dfv-fine'>{`${view.quiet}${copy.neutral}`}</View>
    </View>
  )
}

function Kinds({ rows, onMute }: { rows: KindRow[]; onMute: (row: KindRow) => void }) {
  return (
    <View className='dfv-card dfv-stack'>
      <Heading level={2}>{copy.kinds}</Heading>
      <View className='dfv-fine'>{copy.kindsNote}</View>
      {rows.map((row) => (
        <View key={row.kind} className='dfv-row'>
          <View className='dfv-row__main'>
            <View className='dfv-row__title'>{row.label}</View>
            <View className='dfv-row__note'>{row.note}</View>
          </View>
          {row.until !== undefined && (
            <Button small onTap={() => onMute(row)} label={`${row.action}，${row.label}`}>
              {row.action}
            </Button>
          )}
        </View>
      ))}
    </View>
  )
}
