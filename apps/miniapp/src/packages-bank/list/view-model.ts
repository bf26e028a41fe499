import { BANK_AUDIENCES, BANK_WORDS, TOPICS } from '@dfv/rules'
import type { BankFilter, BankHead, BankList, ItemState } from '@/shared/api'
import { common, quizBank as copy } from '@/shared/copy'
import type { ChipState, OptionItem } from '@/shared/ui'

export const CHIPS: Record<ItemState, ChipState> = {
  awaiting: 'review',
  reviewed: 'met',
  returned: 'notMet',
  superseded: 'later',
  retired: 'notApplicable',
}

const ALL: OptionItem = { value: '', label: copy.all }
/** Superseded versions are never the newest of a question. */
const STATES: readonly ItemState[] = ['awaiting', 'reviewed', 'returned', 'retired']

export const FILTERS = {
  state: [ALL, ...STATES.map((value) => ({ value, label: copy.states[value] }))],
  audience: [ALL, ...BANK_AUDIENCES.map((value) => ({ value, label: BANK_WORDS.audience[value] }))],
  topic: [ALL, ...TOPICS.map((value) => ({ value, label: BANK_WORDS.topic[value] }))],
} satisfies Record<string, readonly OptionItem[]>

export function withChoice(filter: BankFilter, name: keyof typeof FILTERS, value: string): BankFilter {
  const { [name]: _, ...others } = filter
  return value === '' ? others : { ...others, [name]: value }
}

/** What is chosen, in a line; empty: everything. */
export const filterLine = ({ state, audience, topic, text }: BankFilter): string =>
  [
    state && copy.states[state],
    audience && BANK_WORDS.audience[audience],
    topic && BANK_WORDS.topic[topic],
    text && `“${text}”`,
  ]
    .filter(Boolean)
    .join(common.separator)

export type BankRow = { id: string; stem: string; note: string; state: ItemState; word: string }

export function bankRow({
  id,
  version,
  state,
  stem,
  audience,
  topic,
  type,
  drawnVersion,
}: BankHead): BankRow {
  return {
    id,
    stem,
    note: [
      id,
      topic && BANK_WORDS.topic[topic],
      BANK_WORDS.type[type],
      audience.map((one) => BANK_WORDS.audience[one]).join(common.listComma),
      drawnLine(state, version, drawnVersion),
    ]
      .filter(Boolean)
      .join(common.separator),
    state,
    word: copy.states[state],
  }
}

/** Whether a question is asked, and in which version; nothing to say of one that is simply in use. */
export function drawnLine(state: ItemState, version: number, drawnVersion: number | null): string {
  if (drawnVersion === null) return copy.notInUse
  if (drawnVersion !== version) return copy.inUseVersion(drawnVersion)
  return state === 'awaiting' ? copy.inUseUnreviewed : copy.inUse
}

export const countLine = ({ total, states }: BankList): string =>
  [copy.found(total), ...states.map(({ state, count }) => copy.stateCount(copy.states[state], count))].join(
    common.listComma,
  )
