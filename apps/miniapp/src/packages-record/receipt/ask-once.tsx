import { View } from '@tarojs/components'
import { useState } from 'react'
import { reminders as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { askOnce, readReminders } from '@/shared/leave'
import { canSubscribe } from '@/shared/platform/subscribe'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, Region } from '@/shared/ui'

/**
 * Work was just done, and more will be due: the moment at which a reminder is worth something. Shown only where WeChat can
 * be asked, and while there is more to say this month than may be said.
 */
export function AskOnce() {
  const { accountId } = useViewer()
  const loaded = useResource(canSubscribe ? accountId : null, () => readReminders(accountId ?? ''))
  const [news, setNews] = useState<string | null>(null)
  const { data } = loaded
  const askFor = data?.templates.filter(({ kind }) => kind === 'one-time') ?? []
  const left = data?.credits.reduce((sum, { remaining }) => sum + remaining, 0) ?? 0
  const due = data?.forecast.dueThisMonth ?? 0
  if (accountId === null || (news === null && (askFor.length === 0 || left >= due))) return null
  const ask = async () => {
    try {
      const { given, allowed } = await askOnce(
        accountId,
        askFor.map(({ templateId }) => templateId),
      )
      const now = given?.credits.reduce((sum, { remaining }) => sum + remaining, 0) ?? left
      setNews(allowed ? copy.allowed(now) : copy.refused)
    } catch (error) {
      setNews('errCode' in Object(error) || 'errMsg' in Object(error) ? copy.settingsHint : tell(error).text)
    }
  }
  return (
    <View className='dfv-card dfv-stack'>
      <View className='dfv-text'>{copy.forecast(left, due)}</View>
      <Region role='status'>{news}</Region>
      {news === null && (
        <Button icon='bell' onTap={ask}>
          {copy.askAfterRecord}
        </Button>
      )}
    </View>
  )
}
