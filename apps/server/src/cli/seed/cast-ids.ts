import { CAST, type CastKey } from '../seed-data/demo-town.js'
import { seedId } from './seed-ids.js'

const EPOCH_MS = Date.UTC(2026, 0, 1)
const ORDER = new Map(CAST.map(({ key }, index) => [key, index]))

/** The same on every machine and every day. Sorted by id they stand in the order of the picker. */
export const castAccountId = (key: CastKey): string =>
  seedId(new Date(EPOCH_MS + (ORDER.get(key) ?? 0) * 1000), `account:${key}`)

export const castAppointmentId = (key: CastKey, index: number): string =>
  seedId(new Date(EPOCH_MS + (ORDER.get(key) ?? 0) * 1000), `appointment:${key}:${index}`)
