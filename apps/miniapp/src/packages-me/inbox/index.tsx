import { View } from '@tarojs/components'
import type { InboxItem } from '@/shared/api'
import { common, inbox as copy } from '@/shared/copy'
import {
  toLetters,
  toOfficeLetters,
  toOrder,
  toOwnDuties,
  toPlaque,
  toPledge,
  toQuestionBank,
  toRecord,
  toReminders,
  toSignIn,
  toTab,
  toVillageYear,
  toYears,
} from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useViewer } from '@/shared/session'
import { Button, classes, EmptyState, Failure, Icon, Link, Page, Region, Skeleton, Tap } from '@/shared/ui'
import './index.scss'
import { useInbox } from './use-inbox'
import { messageRow, type Target } from './view-model'

function openYear(villageAndYear: string): void {
  const [village = '', year] = villageAndYear.split('/')
  toVillageYear(village, Number(year))
}

function go(target: Target): void {
  if (target?.to === 'record') toRecord(target.id)
  else if (target?.to === 'pledge') toPledge(target.id)
  else if (target?.to === 'plaque') toPlaque(target.id)
  else if (target?.to === 'duties') toOwnDuties()
  else if (target?.to === 'bank') toQuestionBank()
  else if (target?.to === 'years') toYears()
  else if (target?.to === 'order') toOrder(target.id)
  else if (target?.to === 'year') openYear(target.id)
  else if (target?.to === 'letters') toLetters()
  else if (target?.to === 'office-letters') toOfficeLetters()
  else if (target) toTab('home')
}

/** Messages name no person and no kind of work: what they are about stands where they lead. */
export default function InboxPage() {
  const { signedIn } = useViewer()
  const inbox = useInbox()
  const open = (item: InboxItem) => {
    void inbox.readOne(item)
    go(messageRow(item, today()).target)
  }
  return (
    <Page title={copy.title}>
      {!signedIn && (
        <EmptyState icon='bell' text={copy.signInFirst}>
          <Button onTap={toSignIn}>{copy.signIn}</Button>
        </EmptyState>
      )}
      {inbox.loading && !inbox.shown && <Skeleton rows={4} />}
      {inbox.failure && <Failure told={inbox.failure} onRetry={inbox.reload} onSignIn={toSignIn} />}
      {inbox.told && <Region role='alert'>{inbox.told.text}</Region>}
      {inbox.shown && (
        <>
          <View className='dfv-page__head'>
            <Region role='status' className='dfv-lead'>
              {inbox.shown.unread > 0 ? copy.unread(inbox.shown.unread) : copy.allRead}
            </Region>
            {inbox.shown.unread > 0 && (
              <Button small onTap={inbox.readAll}>
                {copy.readAll}
              </Button>
            )}
          </View>
          {inbox.shown.items.length === 0 && <EmptyState icon='bell' text={copy.empty} />}
          {inbox.shown.items.length > 0 && (
            <View className='dfv-card dfv-card--flush'>
              {inbox.shown.items.map((item) => (
                <Message key={item.id} item={item} onOpen={() => open(item)} />
              ))}
            </View>
          )}
          {inbox.shown.nextCursor && <Button onTap={inbox.more}>{common.more}</Button>}
          <View className='dfv-fine'>{copy.kept}</View>
        </>
      )}
      {signedIn && <Link onTap={toReminders}>{copy.reminders}</Link>}
    </Page>
  )
}

function Message({ item, onOpen }: { item: InboxItem; onOpen: () => void }) {
  const row = messageRow(item, today())
  return (
    <Tap
      className={classes('dfv-row', 'dfv-message', row.unread && 'dfv-message--unread')}
      onTap={onOpen}
      label={row.label}
    >
      {row.unread && <View className='dfv-message__mark'>{copy.unreadMark}</View>}
      <View className='dfv-row__main'>
        <View className='dfv-row__title'>{row.text}</View>
        <View className='dfv-fine'>{row.when}</View>
      </View>
      {row.target && <Icon name='chevron-right' />}
    </Tap>
  )
}
