import { recordsApi, villagesApi } from '@/shared/api'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'

/** What waits for this person's yes, and the names of the villages it comes from. @param reviews whether this role reviews */
export function useWaiting(reviews: boolean) {
  const { areaCode, appointmentId } = useViewer()
  return useResource(reviews ? appointmentId : null, async () => {
    const [pending, areas] = await Promise.all([
      recordsApi.pending(),
      villagesApi.areas({ under: areaCode ?? undefined, level: 'village' }),
    ])
    const names = new Map(areas.items.map(({ code, name }) => [code, name]))
    return { records: pending.items, villageOf: (code: string) => names.get(code) ?? '' }
  })
}
