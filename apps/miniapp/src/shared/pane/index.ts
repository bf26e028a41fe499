import { useRouter } from '@tarojs/taro'
import { createContext, useContext } from 'react'

export type PageParams = Record<string, string | undefined>

/** A page that stands in a pane beside a list, on a window as wide as a PC's. */
export type Pane = {
  params: PageParams
  /** Something lies below: there is a way back. */
  isDeep: boolean
}

export const PaneContext = createContext<Pane | null>(null)

const NO_PARAMS: PageParams = {}

export const usePane = (): Pane | null => useContext(PaneContext)

/** What a page was asked to show, wherever it stands. */
export function usePageParams(): PageParams {
  // Between one page's end and the next one's beginning there is no router, and a page on its way out may still render.
  const router: ReturnType<typeof useRouter> | null = useRouter()
  return usePane()?.params ?? router?.params ?? NO_PARAMS
}
