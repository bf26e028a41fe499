import { create } from 'zustand'
import { type AppConfig, appConfigApi } from '@/shared/api'
import { storage } from '@/shared/platform'

const KEY = 'dfv:app-config'

/** What the server says about itself; the last answer is kept, so that the ribbon shows without a network too. */
export const useAppConfig = create<{ config: AppConfig | null }>(() => ({ config: null }))

export async function loadAppConfig(): Promise<void> {
  useAppConfig.setState({ config: storage.get<AppConfig>(KEY) ?? null })
  try {
    const config = await appConfigApi.read()
    useAppConfig.setState({ config })
    storage.set(KEY, config)
  } catch {
    // The kept answer stands until the next start.
  }
}
