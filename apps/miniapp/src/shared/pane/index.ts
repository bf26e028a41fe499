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

export const usePane = (): Pane | null => useContext(PaneContext)

/** Addresses are written encoded (`navigation`), and neither WeChat nor the browser's router undoes that. */
export const readParams = (params: PageParams): PageParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value === undefined ? undefined : plain(value)]),
  )

function plain(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    // Somebody's own address, with a stray percent sign.
    return value
  }
}

/** What a page was asked to show, wherever it stands. */
export function usePageParams(): PageParams {
  // Between one page's end and the next one's beginning there is no router, and a page on its way out may still render.
  const router: ReturnType<typeof useRouter> | null = useRouter()
  return usePane()?.params ?? readParams(router?.params ?? {})
}
