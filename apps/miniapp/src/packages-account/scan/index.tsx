import { View } from '@tarojs/components'
import { useState } from 'react'
import { sessionApi } from '@/shared/api'
import { common, account as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { goBack, toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { useResource } from '@/shared/resource'
import { BottomBar, Button, EmptyState, Failure, Page, Receipt, Skeleton } from '@/shared/ui'

/** The phone's half of signing a computer in: the same two digits on both, then yes. */
export default function ScanPage() {
  const ticketId = usePageParams().t ?? ''
  const ticket = useResource(ticketId || null, () => sessionApi.readScan(ticketId))
  const [done, setDone] = useState(false)
  const [refused, setRefused] = useState<Told | null>(null)

  const approve = async () => {
    if (!ticket.data) return
    try {
      await sessionApi.approveScan(ticketId, ticket.data.match)
      setDone(true)
    } catch (error) {
      setRefused(tell(error))
    }
  }
  const failure = refused ?? ticket.failure

  if (done) {
    return (
      <Page title={copy.approveTitle}>
        <Receipt arrived title={copy.approved} lines={[]}>
          <Button onTap={() => toTab('home')}>{common.done}</Button>
        </Receipt>
      </Page>
    )
  }
  return (
    <Page
      title={copy.approveTitle}
      bottom={
        ticket.data && !failure ? (
          <BottomBar>
            <Button look='primary' onTap={approve}>
              {copy.approve}
            </Button>
            <Button onTap={goBack}>{copy.refuse}</Button>
          </BottomBar>
        ) : undefined
      }
    >
      {ticketId === '' && <EmptyState icon='qr' text={copy.scanExpired} />}
      {ticket.loading && <Skeleton rows={1} />}
      {failure && (
        <Failure told={failure} onRetry={ticket.reload} onSignIn={toSignIn} onHome={() => toTab('home')} />
      )}
      {ticket.data && !failure && (
        <View className='dfv-card'>
          <View className='dfv-text'>{copy.approveLead}</View>
          <View className='dfv-figure'>{ticket.data.match}</View>
          <View className='dfv-text'>{copy.approveQuestion}</View>
        </View>
      )}
    </Page>
  )
}
