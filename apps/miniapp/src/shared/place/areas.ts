import { useEffect } from 'react'
import { create } from 'zustand'
import { type Area, villagesApi } from '@/shared/api'
import { type Told, tell } from '@/shared/errors'
import { storage } from '@/shared/platform'

/** Towns and villages are public and change once in years: kept on the phone, asked for again when the app starts. */
const KEY = 'dfv:areas'
type State = { areas: readonly Area[] | null; failure: Told | null; asked: boolean }

const useStore = create<State>(() => ({
  areas: storage.get<Area[]>(KEY) ?? null,
  failure: null,
  asked: false,
}))

async function ask(): Promise<void> {
  useStore.setState({ asked: true, failure: null })
  try {
    const [towns, villages] = await Promise.all([
      villagesApi.areas({ level: 'town' }),
      villagesApi.areas({ level: 'village' }),
    ])
    const areas = [...towns.items, ...villages.items]
    useStore.setState({ areas })
    storage.set(KEY, areas)
  } catch (error) {
    useStore.setState({ asked: false, failure: tell(error) })
  }
}

export type Areas = { areas: readonly Area[] | null; failure: Told | null; reload: () => void }

/** @param wanted false: this page shows none */
export function useAreas(wanted = true): Areas {
  const { areas, failure, asked } = useStore()
  useEffect(() => {
    if (wanted && !asked && !failure) void ask()
  }, [wanted, asked, failure])
  return { areas, failure: areas ? null : failure, reload: () => void ask() }
}

/** The name of an area as far as the phone knows it. */
export const areaName = (code: string): string | undefined =>
  useStore.getState().areas?.find((area) => area.code === code)?.name
