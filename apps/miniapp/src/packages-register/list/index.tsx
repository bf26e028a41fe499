import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { registers as copy, errors } from '@/shared/copy'
import { usePageParams } from '@/shared/pane'
import { useWideWindow } from '@/shared/platform/wide'
import { EmptyState, Page } from '@/shared/ui'
import { isRegisterId, VillageGate } from '@/shared/village'
import { Desk } from './desk'
import { Register } from './register'

/** One book of the village; on a window as wide as a PC's, with what is opened from it beside it. */
export default function RegisterPage() {
  const { register } = usePageParams()
  const wide = useWideWindow()
  const title = isRegisterId(register) ? copy.title[register] : undefined
  useEffect(() => {
    if (title !== undefined) Promise.resolve(Taro.setNavigationBarTitle({ title })).catch(() => undefined)
  }, [title])
  if (!isRegisterId(register) || title === undefined) {
    return (
      <Page title={copy.title.all}>
        <EmptyState text={errors.notFoundPage} />
      </Page>
    )
  }
  return (
    <VillageGate frame={(content) => <Page title={title}>{content}</Page>}>
      {(village) => {
        const list = <Register village={village} id={register} />
        return wide ? <Desk title={title} list={list} /> : <Page title={title}>{list}</Page>
      }}
    </VillageGate>
  )
}
