import { type AreaDuty, type PersonHead, personsApi, villagesApi } from '@/shared/api'
import { useResource } from '@/shared/resource'

/** The codes of the people in a list; the register is read page by page, and no further than the list needs. */
async function headsFor(items: readonly AreaDuty[], areaCode: string): Promise<PersonHead[]> {
  const lacking = new Set(items.map(({ subjectId }) => subjectId))
  const heads: PersonHead[] = []
  let cursor: string | undefined
  do {
    const page = await personsApi.list({ areaCode, ...(cursor && { cursor }) })
    for (const head of page.items) if (lacking.delete(head.id)) heads.push(head)
    cursor = page.nextCursor ?? undefined
  } while (cursor && lacking.size > 0)
  return heads
}

/** Codes of persons and names of villages, for a list that goes over a whole area. Never kept on the phone. */
export function useNames(items: readonly AreaDuty[] | undefined, areaCode: string | null) {
  const heads = useResource(items && areaCode ? items.map(({ id }) => id).join() : null, () =>
    headsFor(items ?? [], areaCode ?? ''),
  )
  const areas = useResource(areaCode, () =>
    villagesApi.areas({ under: areaCode ?? undefined, level: 'village' }),
  )
  const codes = new Map(heads.data?.map(({ id, code }) => [id, code]))
  const names = new Map(areas.data?.items.map(({ code, name }) => [code, name]))
  return {
    codeOf: (id: string) => codes.get(id),
    villageOf: (code: string) => names.get(code),
    villages: [...names].map(([value, label]) => ({ value, label })),
  }
}
