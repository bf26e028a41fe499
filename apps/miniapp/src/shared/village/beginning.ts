import { storage } from '@/shared/platform'
import { currentNamespace, namespaceKey } from '@/shared/session'

function keyOf(areaCode: string): string | null {
  const namespace = currentNamespace()
  return namespace && `${namespaceKey(namespace)}:begun:${areaCode}`
}

/** Whether nothing was left on the village's opening list when it was last looked at. */
export function hasBegun(areaCode: string): boolean {
  const key = keyOf(areaCode)
  return key !== null && storage.get<boolean>(key) === true
}

/** Told by the list itself, which is worked out where it is shown and not at every start. */
export function noteBegun(areaCode: string, isWhole: boolean): void {
  const key = keyOf(areaCode)
  if (key !== null) storage.set(key, isWhole)
}
