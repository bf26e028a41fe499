import { View } from '@tarojs/components'
import { pledgesApi } from '@/shared/api'
import { account, pledge as copy, quiz } from '@/shared/copy'
import { toPledge, toPrivacy, toSignInAndBack, toTab } from '@/shared/navigation'
import { canSignInByWechat, today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { signInQuietly } from '@/shared/session/quiet-sign-in'
import { Button, EmptyState, Failure, Heading, Icon, Link, Skeleton, StateChip, Tap } from '@/shared/ui'
import { type PledgeRow, pledgeRows } from './view-model'

/** One's own pledges; nobody sees another's. */
export function PledgeList() {
  const { signedIn, accountId, appointmentId } = useViewer()
  const list = useResource(signedIn ? `${accountId}:${appointmentId}` : null, pledgesApi.list)
  useReturn(list.reload)
  const signIn = async () => {
    if (!(await signInQuietly().catch(() => false))) toSignInAndBack()
  }
  if (!signedIn) {
    return (
      <EmptyState icon='pledge' text={copy.signInFirst}>
        <Button look='primary' onTap={signIn}>
          {canSignInByWechat ? quiz.agreeAndSignIn : copy.signIn}
        </Button>
        {canSignInByWechat && <Link onTap={toPrivacy}>{account.readPrivacy}</Link>}
      </EmptyState>
    )
  }
  const rows = list.data && pledgeRows(list.data.items, today())
  return (
    <>
      <Heading level={1}>{copy.title}</Heading>
      {list.loading && !rows && <Skeleton rows={2} />}
      {list.failure && !rows && (
        <Failure
          told={list.failure}
          onRetry={list.reload}
          onSignIn={toSignInAndBack}
          onHome={() => toTab('home')}
        />
      )}
      {rows && rows.open.length + rows.done.length === 0 && <EmptyState icon='pledge' text={copy.empty} />}
      {rows && <Group title={copy.toSign} rows={rows.open} />}
      {rows && <Group title={copy.done} rows={rows.done} />}
    </>
  )
}

function Group({ title, rows }: { title: string; rows: readonly PledgeRow[] }) {
  if (rows.length === 0) return null
  return (
    <View>
      <Heading level={2}>{title}</Heading>
      <View className='dfv-card dfv-card--flush'>
        {rows.map((row) => (
          <Tap key={row.id} className='dfv-row dfv-pledge-row' onTap={() => toPledge(row.id)}>
            <View className='dfv-row__main'>
              <View className='dfv-row__title'>{row.title}</View>
              <View className='dfv-row__note'>{row.note}</View>
            </View>
            <StateChip state={row.open ? 'due' : 'met'}>{row.state}</StateChip>
            <Icon name='chevron-right' />
          </Tap>
        ))}
      </View>
    </View>
  )
}
