import type { ComponentType } from 'react'
import { NetworkError } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { Failure, Page, Skeleton } from '@/shared/ui'

type Load = () => Promise<ComponentType>

/** What was fetched once shows at once. */
const known = new Map<Load, ComponentType>()

/**
 * A tab's content whose code is fetched when it is first shown: most who open the app in a browser are not at work, and do not
 * wait for what those at work need. In WeChat a tab has all of its code in the package.
 * @param load stays the same for as long as the component is shown
 */
export function Lazily({ load }: { load: Load }) {
  const code = useResource(known.has(load) ? null : 'code', async () => {
    const content = await load().catch(() => {
      throw new NetworkError('offline')
    })
    known.set(load, content)
    return content
  })
  const Content = known.get(load) ?? code.data
  if (Content) return <Content />
  return <Page>{code.failure ? <Failure told={code.failure} onRetry={code.reload} /> : <Skeleton />}</Page>
}
