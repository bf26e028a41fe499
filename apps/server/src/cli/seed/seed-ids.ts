import { createHash } from 'node:crypto'

/** The shape of a UUIDv7, made of an instant and a hash of what it names: the same on every machine and every run. */
export function seedId(instant: Date, name: string): string {
  const hash = createHash('sha256').update(`dfv-seed\0${name}`).digest()
  const time = instant.getTime().toString(16).padStart(12, '0')
  const random = hash.toString('hex')
  const variant = ((hash[10] ?? 0) & 0x3f) | 0x80
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${random.slice(0, 3)}`,
    variant.toString(16) + random.slice(3, 5),
    random.slice(5, 17),
  ].join('-')
}

/** Civil date and minute of the day in China as an instant. */
export function chinaInstant(date: string, minuteOfDay: number): Date {
  return new Date(Date.parse(`${date}T00:00:00.000+08:00`) + minuteOfDay * 60_000)
}

/** A number from 0 up to, not including, `below`; the same for the same name. */
export function pick(name: string, below: number): number {
  return createHash('sha256').update(`dfv-pick\0${name}`).digest().readUInt32BE(0) % below
}

export function pickOne<T>(name: string, items: readonly T[]): T {
  return items[pick(name, items.length)] as T
}
