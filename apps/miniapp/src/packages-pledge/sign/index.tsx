import { View } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import { type Pledge, pledgesApi } from '@/shared/api'
import { pledge as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { replaceByPledge, toSignInAndBack, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { hideInCapture, today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { BottomBar, Button, Facts, Failure, Heading, Page, Picture, Region, Skeleton } from '@/shared/ui'
import { isReadThrough } from '../reading'
import './index.scss'
import { Pad } from './pad'
import { isTooShort, type Stroke, strokeImage } from './stroke'
import { useSign } from './use-sign'

const NOTHING: Stroke = { width: 0, height: 0, lines: [] }

/** Writing one's name, looking at it once more, and only then sending it. */
export default function SignPage() {
  const id = usePageParams().id ?? ''
  const pledge = useResource(id || null, () => pledgesApi.read(id))
  const mayNotYet = pledge.data !== null && !isReadThrough(id, pledge.data.textHash)
  useEffect(() => {
    if (mayNotYet) replaceByPledge(id)
  }, [mayNotYet, id])
  useEffect(() => {
    hideInCapture(true)
    return () => hideInCapture(false)
  }, [])
  if (!pledge.data || mayNotYet) {
    return (
      <Page title={copy.signTitle}>
        {pledge.failure ? (
          <Failure
            told={pledge.failure}
            onRetry={pledge.reload}
            onSignIn={toSignInAndBack}
            onHome={() => toTab('home')}
          />
        ) : (
          <Skeleton rows={2} />
        )}
      </Page>
    )
  }
  return <Signing pledge={pledge.data} />
}

function Signing({ pledge }: { pledge: Pledge }) {
  const sign = useSign(pledge)
  const [sheet, setSheet] = useState(0)
  const [stroke, setStroke] = useState<Stroke>(NOTHING)
  const [checking, setChecking] = useState(false)
  const [tooShort, setTooShort] = useState(false)
  const write = useCallback((given: Stroke) => {
    setStroke(given)
    setTooShort(false)
  }, [])

  const again = () => {
    setSheet(sheet + 1)
    setStroke(NOTHING)
    setTooShort(false)
    setChecking(false)
    sign.startAnew()
  }
  const written = () => {
    const short = isTooShort(stroke)
    setTooShort(short)
    setChecking(!short)
  }

  if (checking) {
    return (
      <Page
        title={copy.checkTitle}
        bottom={
          <BottomBar>
            <Button
              look='primary'
              className='dfv-confirm'
              onTap={() => sign.confirm(stroke)}
              disabled={sign.sending}
            >
              {sign.sending ? copy.sending : copy.confirm}
            </Button>
            <Button onTap={again} disabled={sign.sending}>
              {copy.back}
            </Button>
          </BottomBar>
        }
      >
        <Heading level={1}>{copy.checkTitle}</Heading>
        {sign.told && (
          <Region role='alert' className='dfv-errors'>
            {sign.told.text}
          </Region>
        )}
        {sign.mustRecheck && (
          <Region role='alert' className='dfv-errors'>
            <Heading level={2}>{copy.recheckTitle}</Heading>
            <View className='dfv-text'>{copy.recheckLead}</View>
            <Button className='dfv-recheck' onTap={toSignInAndBack}>
              {copy.recheck}
            </Button>
          </Region>
        )}
        <View className='dfv-card'>
          <Facts
            facts={[
              { name: copy.what, value: pledge.title },
              { name: copy.signer, value: `${pledge.signer.name}（${pledge.signer.roleLabel}）` },
              { name: copy.when, value: showDate(today(), today()) },
            ]}
          />
          <Picture className='dfv-signature' src={strokeImage(stroke)} fit='whole' label={copy.signature} />
        </View>
      </Page>
    )
  }
  return (
    <Page
      title={copy.signTitle}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-written' onTap={written}>
            {copy.written}
          </Button>
          <Button onTap={again}>{copy.again}</Button>
        </BottomBar>
      }
    >
      <View className='dfv-text'>{copy.paperWay}</View>
      <Heading level={1} className='dfv-lead'>
        {copy.writeName(pledge.signer.name)}
      </Heading>
      {tooShort && (
        <Region role='alert' className='dfv-errors'>
          {copy.tooShort}
        </Region>
      )}
      <Pad key={sheet} label={copy.padLabel} onStroke={write} />
    </Page>
  )
}
