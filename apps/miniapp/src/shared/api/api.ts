import { apiOrigin, clientKind, noteServerTime, openFile, transport } from '@/shared/platform'
import { createClient } from './client'

export const api = createClient({ transport, openFile, origin: apiOrigin, clientKind, noteServerTime })
