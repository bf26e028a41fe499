import { RULES_VERSION } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  accounts,
  brief,
  me as copy,
  exports as exporting,
  handIns,
  help,
  inbox,
  letters,
  myData,
  officeLetters,
  pledge,
  policies,
  quiz,
  reminders,
  systemStatus,
} from '@/shared/copy'
import { mayExport } from '@/shared/exports'
import { useLedger } from '@/shared/ledger'
import {
  toAccounts,
  toBrief,
  toExports,
  toHandIns,
  toHelp,
  toInbox,
  toLetters,
  toMyData,
  toOfficeLetters,
  toOrders,
  toOutbox,
  toPledges,
  toPolicies,
  toPrivacy,
  toQuestionBank,
  toQuizStart,
  toReminders,
  toReveals,
  toRoleChoice,
  toScanApproval,
  toSignIn,
  toStatus,
  toYears,
} from '@/shared/navigation'
import { useOutboxEntries } from '@/shared/outbox'
import { canScan, scanText } from '@/shared/platform'
import { readsOrders, useSession, useViewer } from '@/shared/session'
import { useAppConfig } from '@/shared/session/app-config'
import { Button, Heading, Icon, type IconName, Page, Region, Tap } from '@/shared/ui'
import { useUnread } from '@/shared/unread'
import { identityLine, outboxLine, ticketIn } from '../view-model'
import { SignOut } from './sign-out'
import { TextSizeChoice } from './text-size-choice'

type RowProps = { icon: IconName; title: string; note?: string; onTap: () => void }
const Row = ({ icon, title, note, onTap }: RowProps) => (
  <Tap className='dfv-row dfv-me-row' onTap={onTap}>
    <Icon name={icon} />
    <View className='dfv-row__main'>
      <View className='dfv-row__title'>{title}</View>
      {note && <View className='dfv-row__note'>{note}</View>}
    </View>
    <Icon name='chevron-right' />
  </Tap>
)

/** 我的: who I am here, what waits, how large the letters are, and the way out. */
export function MeContent() {
  const viewer = useViewer()
  const several = useSession((state) => state.appointments.length > 1)
  const entries = useOutboxEntries()
  const delivered = useAppConfig((state) => state.config?.policyVersion ?? '')
  // What this village is judged by, once its county has released something of its own.
  const policyVersion = useLedger((state) => state.snapshot?.policy?.version) ?? delivered
  const [wrongCode, setWrongCode] = useState(false)
  const isHere = viewer.signedIn
  const unread = useUnread((state) => state.unread)
  const appoints = viewer.role === 'town-office' || viewer.role === 'county-office'
  const isCounty = viewer.role === 'county-office'
  // A county has too many villages for one sheet.
  const readsBriefs =
    viewer.group === 'village' ||
    (viewer.group === 'supervisor' && !isCounty && viewer.role !== 'system-admin')
  const works = viewer.group === 'village' || entries.length > 0

  const scan = async () => {
    const text = await scanText()
    if (text === null) return
    const ticket = ticketIn(text)
    setWrongCode(ticket === null)
    if (ticket) toScanApproval(ticket)
  }
  return (
    <Page>
      <View className='dfv-card dfv-stack'>
        <Heading level={1} className='dfv-lead'>
          {isHere ? identityLine(viewer) : copy.signedOut}
        </Heading>
        {!isHere && (
          <Button look='primary' onTap={toSignIn}>
            {copy.signIn}
          </Button>
        )}
        {several && <Button onTap={toRoleChoice}>{copy.switchRole}</Button>}
      </View>
      {isHere && (
        <View className='dfv-card dfv-card--flush'>
          <Row
            icon='bell'
            title={inbox.title}
            note={unread > 0 ? inbox.unread(unread) : undefined}
            onTap={toInbox}
          />
          {works && <Row icon='send' title={copy.outbox} note={outboxLine(entries)} onTap={toOutbox} />}
          {viewer.group !== 'public' && <Row icon='pledge' title={pledge.title} onTap={toPledges} />}
          {viewer.group !== 'public' && <Row icon='quiz' title={quiz.title} onTap={toQuizStart} />}
          {readsOrders(viewer.role) && <Row icon='flag' title={copy.orders} onTap={toOrders} />}
          {mayExport(viewer.role) && <Row icon='document' title={exporting.title} onTap={toExports} />}
          {viewer.group === 'supervisor' && <Row icon='calendar' title={copy.years} onTap={toYears} />}
          {readsBriefs && <Row icon='document' title={brief.title} onTap={() => toBrief()} />}
          {viewer.role === 'town-office' && <Row icon='document' title={handIns.title} onTap={toHandIns} />}
          {appoints && <Row icon='quiz' title={copy.questionBank} onTap={toQuestionBank} />}
          {appoints && <Row icon='group' title={accounts.title} onTap={toAccounts} />}
          {appoints && <Row icon='letter' title={officeLetters.title} onTap={toOfficeLetters} />}
          {isCounty && <Row icon='document' title={policies.title} onTap={toPolicies} />}
          {(isCounty || viewer.role === 'system-admin') && (
            <Row icon='shield' title={systemStatus.title} onTap={toStatus} />
          )}
        </View>
      )}
      <View className='dfv-card'>
        <TextSizeChoice />
      </View>
      <View className='dfv-card dfv-card--flush'>
        {isHere && <Row icon='clock' title={reminders.title} onTap={toReminders} />}
        {isHere && viewer.role && <Row icon='eye' title={copy.reveals} onTap={toReveals} />}
        {isHere && canScan && <Row icon='qr' title={copy.scan} onTap={scan} />}
        {isHere && <Row icon='person' title={myData.title} onTap={toMyData} />}
        <Row icon='letter' title={letters.title} onTap={toLetters} />
        <Row icon='shield' title={copy.privacy} onTap={toPrivacy} />
        <Row icon='info' title={help.title} onTap={toHelp} />
      </View>
      {wrongCode && <Region role='alert'>{copy.wrongCode}</Region>}
      {isHere && <SignOut />}
      <View className='dfv-fine'>{copy.version(RULES_VERSION, policyVersion)}</View>
    </Page>
  )
}
