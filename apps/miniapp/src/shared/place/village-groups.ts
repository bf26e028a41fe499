import type { Area } from '@/shared/api'

export type VillageGroup = { town: string; villages: { code: string; name: string }[] }

/**
 * The villages to choose from, by town, in the order of the official codes. A demonstration offers its invented
 * villages only, and real use never offers those.
 */
export function villageGroups(areas: readonly Area[], isDemo: boolean, typed: string): VillageGroup[] {
  const wanted = typed.trim()
  const townNames = new Map(
    areas.filter(({ level }) => level === 'town').map(({ code, name }) => [code, name]),
  )
  const groups = new Map<string, VillageGroup>()
  const villages = areas
    .filter(({ level, isDemo: invented }) => level === 'village' && invented === isDemo)
    .filter(({ name }) => wanted === '' || name.includes(wanted))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
  for (const { code, name, parentCode } of villages) {
    const key = parentCode ?? ''
    const group = groups.get(key) ?? { town: townNames.get(key) ?? '', villages: [] }
    group.villages.push({ code, name })
    groups.set(key, group)
  }
  return [...groups.values()]
}
