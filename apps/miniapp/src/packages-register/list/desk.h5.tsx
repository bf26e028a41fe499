import { useDidHide, useDidShow } from '@tarojs/taro'
import { type ComponentType, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { lists as copy } from '@/shared/copy'
import { hostPanes } from '@/shared/navigation'
import { PaneContext } from '@/shared/pane'
import { EmptyState, Page } from '@/shared/ui'
// In the browser there are no packages: the pages that a list opens can stand beside it.
import ChoosePage from '../../packages-record/choose'
import DetailPage from '../../packages-record/detail'
import FormPage from '../../packages-record/form'
import MergePage from '../../packages-record/merge'
import ReceiptPage from '../../packages-record/receipt'
import RegisterPersonPage from '../../packages-record/register'
import ReviewPage from '../../packages-record/review'
import PersonPage from '../person'
import PlacePage from '../place'
import './desk.scss'

const PAGES: Record<string, ComponentType> = {
  choose: ChoosePage,
  detail: DetailPage,
  form: FormPage,
  merge: MergePage,
  receipt: ReceiptPage,
  register: RegisterPersonPage,
  review: ReviewPage,
  person: PersonPage,
  place: PlacePage,
}

/** `form` of /packages-record/form/index. */
const nameOf = (path: string): string => path.split('/').at(-2) ?? ''

type Shown = { serial: number; page: string; params: Record<string, string> }

/** The list on the left stays where it was; files, records and forms open on the right. */
export function Desk({ title, list }: { title: string; list: ReactNode }) {
  const [stack, setStack] = useState<readonly Shown[]>([])
  const serial = useRef(0)
  const depth = useRef(0)
  // What is chosen in the list begins anew; what is opened from a page lies on top of it.
  const fromList = useRef(true)
  depth.current = stack.length
  const host = useCallback(() => {
    hostPanes({
      show(path, params, how) {
        const page = nameOf(path)
        if (!PAGES[page]) return false
        serial.current += 1
        const shown = { serial: serial.current, page, params }
        const isFresh = how === 'open' && fromList.current
        setStack((below) => [...(isFresh ? [] : how === 'replace' ? below.slice(0, -1) : below), shown])
        return true
      },
      back() {
        if (depth.current === 0) return false
        setStack((below) => below.slice(0, -1))
        return true
      },
    })
  }, [])
  const leave = useCallback(() => hostPanes(null), [])
  useDidShow(host)
  useDidHide(leave)
  useEffect(() => {
    host()
    return leave
  }, [host, leave])
  const noteSide = (isList: boolean) => {
    fromList.current = isList
  }
  const top = stack.at(-1)
  const Shown = top && PAGES[top.page]
  return (
    <Page title={title} className='dfv-desk'>
      <div className='dfv-desk__panes'>
        <div className='dfv-desk__list' onClickCapture={() => noteSide(true)}>
          {list}
        </div>
        <section className='dfv-desk__pane' aria-label={copy.detail} onClickCapture={() => noteSide(false)}>
          {top && Shown ? (
            <PaneContext.Provider value={{ params: top.params, isDeep: stack.length > 1 }}>
              <Shown key={top.serial} />
            </PaneContext.Provider>
          ) : (
            <EmptyState icon='document' text={copy.chooseBeside} />
          )}
        </section>
      </div>
    </Page>
  )
}
