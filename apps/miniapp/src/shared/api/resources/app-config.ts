import { api } from '../api'
import type { AppConfig } from '../types'

export const appConfigApi = {
  read: () => api.request<AppConfig>('GET', '/app-config', { public: true }),
}
