import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { type Pledge, pledgesApi } from '@/shared/api'
import { pledge as copy } from '@/shared/copy'
import {
  goBack,
  toPledgeReceipt,
  toPledgeSign,
  toSignInAndBack,
  toTab,
  toTextSize,
} from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { phoneMillis, useNetwork } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { BottomBar, Button, ErrorSummary, Failure, fieldAnchor, focusOn, Page, Skeleton } from '@/shared/ui'
import { isReadThrough, startReading } from '../reading'
import './index.scss'
import { Decline } from './parts/decline'
import { ReadThrough } from './parts/read-through'

/** The whole text, at one's own pace; what leads to signing opens at its end. */
export default function ReadPledgePage() {
  const id = usePageParams().id ?? ''
  const pledge = useResource(id || null, () => pledgesApi.read(id))
  useReturn(pledge.reload)
  if (!pledge.data) {
    return (
      <Page title={copy.readTitle}>
        {pledge.failure ? (
          <Failure
            told={pledge.failure}
            onRetry={pledge.reload}
            onSignIn={toSignInAndBack}
            onHome={() => toTab('home')}
          />
        ) : (
          <Skeleton rows={4} />
        )}
      </Page>
    )
  }
  return <Reader key={pledge.data.textHash} pledge={pledge.data} onChanged={pledge.reload} />
}

function Reader({ pledge, onChanged }: { pledge: Pledge; onChanged: () => void }) {
  const online = useNetwork((network) => network.online)
  const [isRead, setIsRead] = useState(() => isReadThrough(pledge.id, pledge.textHash))
  const [agreed, setAgreed] = useState(false)
  const [faults, setFaults] = useState<{ field: string; text: string }[]>([])
  const mustSign = pledge.state === 'to-sign' || pledge.state === 'declined'
  useEffect(() => startReading(pledge.id, pledge.textHash, phoneMillis()), [pledge.id, pledge.textHash])

  const go = () => {
    const wrong = agreed ? [] : [{ field: 'agree', text: copy.agreeFirst }]
    setFaults(wrong)
    if (wrong.length === 0) toPledgeSign(pledge.id)
  }
  const bottom = mustSign ? (
    <BottomBar>
      <Button look='primary' className='dfv-to-sign' onTap={go} disabled={!isRead}>
        {isRead ? copy.toSignature : copy.readFirst}
      </Button>
      <Button onTap={goBack}>{copy.notNow}</Button>
    </BottomBar>
  ) : (
    <BottomBar>
      <Button look='primary' onTap={() => toPledgeReceipt(pledge.id)}>
        {copy.seeReceipt}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={copy.readTitle} bottom={bottom}>
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      <View className='dfv-page__head'>
        <View className='dfv-fine'>{copy.states[pledge.state]}</View>
        <Button small icon='text-size' onTap={toTextSize}>
          {copy.largerText}
        </Button>
      </View>
      <ReadThrough
        text={pledge.text}
        version={pledge.template.version}
        asks={mustSign}
        isRead={isRead}
        onRead={() => setIsRead(true)}
        printedAsNumbers={pledge.printedAsNumbers}
        agreed={agreed}
        error={faults[0]?.text}
        onAgree={(value) => {
          setAgreed(value)
          setFaults([])
        }}
      />
      {mustSign && !online && <View className='dfv-text'>{copy.offlineRead}</View>}
      {mustSign && <View className='dfv-fine'>{copy.neutral}</View>}
      {pledge.reason && <View className='dfv-text'>{copy.reasonOf(pledge.reason)}</View>}
      {pledge.state === 'declined' && <View className='dfv-fine'>{copy.declined}</View>}
      {mustSign && online && <Decline id={pledge.id} onDeclined={onChanged} />}
    </Page>
  )
}
