import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { pledgesApi } from '@/shared/api'
import { common, pledge as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { toPledge, toSignInAndBack, toTab, toVerify } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { BottomBar, Button, EmptyState, Failure, Link, Page, Receipt, Region, Skeleton } from '@/shared/ui'
import './index.scss'
import { Qr } from './parts/qr'
import { receiptView } from './view-model'

const ASK_AGAIN_MS = 1_500
/** After a minute the page stops asking: the inbox will tell. */
const MOST_ASKED = 40

export default function PledgeReceiptPage() {
  const id = usePageParams().id ?? ''
  const pledge = useResource(id || null, () => pledgesApi.read(id))
  const [asked, setAsked] = useState(0)
  const [news, setNews] = useState<string | null>(null)
  const view = pledge.data && receiptView(pledge.data, today())
  const { reload } = pledge

  const waits = view?.stage === 'sealing' && asked < MOST_ASKED
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer starts the next wait
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => {
      setAsked(asked + 1)
      reload()
    }, ASK_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [waits, asked])

  const download = async () => {
    if (!pledge.data) return
    setNews(copy.fetching)
    try {
      await pledgesApi.pdf(id, `${pledge.data.title}.pdf`)
      setNews(copy.pdfSaved)
    } catch (error) {
      setNews(tell(error).text)
    }
  }
  return (
    <Page
      title={copy.receiptTitle}
      bottom={
        <BottomBar>
          <Button look='primary' onTap={() => toTab('home')}>
            {common.done}
          </Button>
          {view?.stage === 'sealed' && (
            <Button className='dfv-pdf' onTap={download}>
              {copy.pdf}
            </Button>
          )}
        </BottomBar>
      }
    >
      {pledge.loading && !view && <Skeleton rows={2} />}
      {pledge.failure && !view && (
        <Failure
          told={pledge.failure}
          onRetry={reload}
          onSignIn={toSignInAndBack}
          onHome={() => toTab('home')}
        />
      )}
      {view?.stage === 'none' && (
        <EmptyState icon='pledge' text={copy.noReceipt}>
          <Button look='primary' onTap={() => toPledge(id)}>
            {copy.read}
          </Button>
        </EmptyState>
      )}
      {view?.stage === 'sealing' && (
        <Receipt arrived={false} icon='later' title={copy.sealing} lines={[copy.sealingNote]} />
      )}
      {view?.stage === 'sealed' && (
        <Receipt arrived title={copy.sealed} lines={view.lines}>
          {view.code && (
            <View className='dfv-text'>
              {`${copy.code} `}
              <View className='dfv-verify-code'>{view.code}</View>
            </View>
          )}
          {view.url && (
            <>
              <Qr text={view.url} label={copy.qrNote} />
              <View className='dfv-fine'>{copy.qrNote}</View>
            </>
          )}
          {pledge.data?.verifyCode && (
            <Link onTap={() => toVerify(pledge.data?.verifyCode)}>{copy.verify}</Link>
          )}
        </Receipt>
      )}
      <Region role='status'>{news}</Region>
    </Page>
  )
}
