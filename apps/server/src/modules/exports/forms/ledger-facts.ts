import { isKindId, type KindId, type LedgerRecord, RECORD_KINDS, upcastRecord } from '@dfv/rules'

/** The records that count, newest revision each, in the newest shape, the oldest day first. */
export class LedgerFacts {
  private readonly all: readonly LedgerRecord[]

  constructor(records: readonly LedgerRecord[]) {
    const newest = new Map<string, LedgerRecord>()
    for (const record of records)
      if (record.reviewState === 'accepted') newest.set(record.id, upcastRecord(record))
    this.all = [...newest.values()].sort((a, b) => (dayKey(a) < dayKey(b) ? -1 : 1))
  }

  of(kind: KindId): LedgerRecord[] {
    return this.all.filter((record) => record.kind === kind)
  }

  ofYear(kind: KindId, year: number): LedgerRecord[] {
    return this.of(kind).filter(({ occurredOn }) => occurredOn.startsWith(`${year}-`))
  }

  last(kind: KindId): LedgerRecord | undefined {
    return this.of(kind).at(-1)
  }

  /** The newest record of each venue, grid, site or school that has not been closed. */
  standing(kind: KindId): LedgerRecord[] {
    const bySubject = new Map(this.of(kind).map((record) => [record.subjectId, record]))
    return [...bySubject.values()].filter(({ payload }) => payload.closedOn === undefined)
  }
}

const dayKey = ({ occurredOn, id }: LedgerRecord): string => `${occurredOn}|${id}`

/** The word of a choice, or the words of several. */
export function words(record: LedgerRecord, field: string): string {
  const options = isKindId(record.kind) ? RECORD_KINDS[record.kind].fields[field]?.options : undefined
  const label = (value: unknown) => options?.find((option) => option.value === value)?.label ?? String(value)
  const value = record.payload[field]
  if (value === undefined) return ''
  return Array.isArray(value) ? value.map(label).join('、') : label(value)
}

/** 发放资料12次、讲课5次: how often each choice was taken, the most frequent first. */
export function tally(records: readonly LedgerRecord[], field: string, unit: string): string {
  const counts = new Map<string, number>()
  for (const record of records) {
    const word = words(record, field)
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([word, count]) => `${word}${count}${unit}`)
    .join('、')
}

export const sum = (records: readonly LedgerRecord[], field: string): number =>
  records.reduce((total, { payload }) => total + (typeof payload[field] === 'number' ? payload[field] : 0), 0)
