import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { villagesApi } from '@/shared/api'
import { currentViewer, nameVisited, useViewer, visitVillage } from '@/shared/session'

async function visit(areaCode: string): Promise<void> {
  visitVillage(areaCode)
  if (currentViewer().villageName !== '') return
  try {
    const { items } = await villagesApi.areas({ under: areaCode, level: 'village' })
    const name = items.find(({ code }) => code === areaCode)?.name
    if (name) nameVisited(areaCode, name)
  } catch {
    // The village works without its name, and the next page asks again.
  }
}

/**
 * Brings the village a page is about on screen, also when one comes back to the page from another village. Who keeps one
 * village alone stays there.
 */
export function useVisit(areaCode: string | null | undefined): { arrived: boolean } {
  const { visitor, appointmentId, villageCode } = useViewer()
  const target = visitor && areaCode ? areaCode : null
  const go = () => {
    if (target !== null) void visit(target)
  }
  useDidShow(go)
  // biome-ignore lint/correctness/useExhaustiveDependencies: again for another village or in another role, and only then
  useEffect(go, [target, appointmentId])
  return { arrived: target === null || target === villageCode }
}
