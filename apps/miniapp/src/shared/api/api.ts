import { apiOrigin, clientKind, noteServerTime, transport } from '@/shared/platform'
import { createClient } from './client'

export const api = createClient({ transport, origin: apiOrigin, clientKind, noteServerTime })
