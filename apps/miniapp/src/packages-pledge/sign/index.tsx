import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { type Pledge, pledgesApi } from '@/shared/api'
import { pledge as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { replaceByPledge, toSignInAndBack, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { Button, Failure, Heading, Page, Region, Skeleton } from '@/shared/ui'
import { isReadThrough } from '../reading'
import { useSign } from './use-sign'
import { WriteName } from './write-name'

/** Signing as the holder of a post, once the text was read to its end. */
export default function SignPage() {
  const id = usePageParams().id ?? ''
  const pledge = useResource(id || null, () => pledgesApi.read(id))
  const mayNotYet = pledge.data !== null && !isReadThrough(id, pledge.data.textHash)
  useEffect(() => {
    if (mayNotYet) replaceByPledge(id)
  }, [mayNotYet, id])
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
  const { sending, told, mustRecheck, startAnew, confirm } = useSign(pledge)
  return (
    <WriteName
      name={pledge.signer.name}
      facts={[
        { name: copy.what, value: pledge.title },
        { name: copy.signer, value: `${pledge.signer.name}（${pledge.signer.roleLabel}）` },
        { name: copy.when, value: showDate(today(), today()) },
      ]}
      sending={sending}
      told={told}
      onConfirm={confirm}
      onAnew={startAnew}
    >
      {mustRecheck && (
        <Region role='alert' className='dfv-errors'>
          <Heading level={2}>{copy.recheckTitle}</Heading>
          <View className='dfv-text'>{copy.recheckLead}</View>
          <Button className='dfv-recheck' onTap={toSignInAndBack}>
            {copy.recheck}
          </Button>
        </Region>
      )}
    </WriteName>
  )
}
