import { useDidShow } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { common, village as copy, errors } from '@/shared/copy'
import { refreshLedger, syncLedger } from '@/shared/ledger'
import { toSignIn } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { useNetwork } from '@/shared/platform'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Skeleton } from '@/shared/ui'
import { useVillage, type Village } from './use-village'
import { useVisit } from './visit'

type Props = {
  children: (village: Village) => ReactNode
  /** The page around the waiting and the excuses; the content brings its own. */
  frame: (content: ReactNode) => ReactNode
}

/** Shows the content once the village's ledger is there; until then says why not and what to do. */
export function VillageGate({ children, frame }: Props) {
  const { state, syncing, fault, village } = useVillage()
  const online = useNetwork((network) => network.online)
  const { villageCode, signedIn, expired } = useViewer()
  // Above the village, the address of a page says which village it is about.
  const { arrived } = useVisit(usePageParams().area)
  useDidShow(refreshLedger)
  if (!arrived && signedIn) return <>{frame(<Skeleton />)}</>
  if (village) return <>{children(village)}</>
  if (!villageCode || expired || !signedIn) {
    return (
      <>
        {frame(
          <EmptyState icon='person' text={expired ? errors.sessionExpired : copy.notYours}>
            <Button look='primary' onTap={toSignIn}>
              {errors.signInAgain}
            </Button>
          </EmptyState>,
        )}
      </>
    )
  }
  if (syncing || (online && fault === null)) return <>{frame(<Skeleton />)}</>
  const text =
    state === 'locked'
      ? copy.locked
      : fault === 'denied'
        ? copy.denied
        : fault === 'server'
          ? errors.server
          : copy.absent
  return (
    <>
      {frame(
        <EmptyState icon={state === 'locked' ? 'lock' : online ? 'warning' : 'offline'} text={text}>
          <Button look='primary' onTap={() => void syncLedger()}>
            {common.retry}
          </Button>
        </EmptyState>,
      )}
    </>
  )
}
