import { useDidHide } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { ownVenueApi } from '@/shared/api'
import { type Told, tell } from '@/shared/errors'

/** A name hides itself again. */
const SHOWN_MS = 60_000

/** A full name, asked for and shown for a minute, or until the app is left. */
export function useShownName(staffId: string): {
  name: string | null
  told: Told | null
  reveal: () => void
} {
  const [name, setName] = useState<string | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  useDidHide(() => setName(null))
  useEffect(() => {
    if (name === null) return
    const timer = setTimeout(() => setName(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [name])
  const reveal = () => {
    setTold(null)
    ownVenueApi
      .reveal(staffId)
      .then((answer) => setName(answer.name))
      .catch((error: unknown) => setTold(tell(error)))
  }
  return { name, told, reveal }
}
