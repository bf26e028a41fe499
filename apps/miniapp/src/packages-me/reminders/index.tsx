import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Reminders, remindersApi } from '@/shared/api'
import { reminders as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { toInbox, toSignIn, toTab } from '@/shared/navigation'
import { newId, storage } from '@/shared/platform'
import { canSubscribe, requestSubscribe } from '@/shared/platform/subscribe'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Failure, Heading, Page, Region, Skeleton } from '@/shared/ui'
import { createPending } from './pending'
import { remindersView, wasAllowed } from './view-model'

const pending = createPending(storage)

/** One tap, one message: WeChat's rule, told as it is. */
export default function RemindersPage() {
  const { accountId } = useViewer()
  const loaded = useResource(
    accountId,
    async () => (await pending.send(accountId ?? '', remindersApi.allow)) ?? remindersApi.read(),
  )
  const [after, setAfter] = useState<Reminders | null>(null)
  const [news, setNews] = useState<string | null>(null)
  const given = after ?? loaded.data
  const view = given && remindersView(given)

  const allow = async (askFor: readonly string[]) => {
    try {
      // First in the handler, before anything else is waited for: WeChat asks only in answer to a tap.
      const results = await requestSubscribe(askFor)
      if (accountId === null) return
      pending.keep(accountId, { id: await newId(), results })
      const next = await pending.send(accountId, remindersApi.allow)
      if (!next) return
      setAfter(next)
      setNews(wasAllowed(results) ? copy.allowed(remindersView(next).total) : copy.refused)
    } catch (error) {
      setNews('errCode' in Object(error) || 'errMsg' in Object(error) ? copy.settingsHint : tell(error).text)
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
      {view && view.askFor.length > 0 && (
        <View className='dfv-card dfv-stack'>
          <Heading level={1}>{copy.title}</Heading>
          <View className='dfv-text'>{copy.lead}</View>
          {view.lines.map((line) => (
            <View key={line} className='dfv-lead'>
              {line}
            </View>
          ))}
          <Region role='status'>{news}</Region>
          {canSubscribe ? (
            <Button look='primary' icon='bell' onTap={() => allow(view.askFor)}>
              {copy.allow}
            </Button>
          ) : (
            <View className='dfv-text'>{copy.onlyWechat}</View>
          )}
          <View className='dfv-fine'>{`${view.quiet}${copy.neutral}`}</View>
          <Button onTap={toInbox}>{copy.toInbox}</Button>
        </View>
      )}
    </Page>
  )
}
