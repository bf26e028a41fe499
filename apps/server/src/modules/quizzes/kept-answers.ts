import type { MarkedPaper } from './paper-marking.js'

/**
 * A question of an answered paper, as it is kept: its words are left to the bank, where a version never changes. `order` is
 * the place in the version's options of each option shown; `chosen` and `right` are positions as shown.
 */
type KeptAnswer = [id: string, version: number, order: number[], chosen: number[], right: number[]]

/** As papers were kept before: every question spelt out, without its version. */
type SpeltOut = { items: { id: string; order: number[]; answer: number[] }[]; chosen: number[][] }

/** What is kept of an answered paper: JSON, equal for equal answers. */
export const keptAnswers = ({ items, marks }: MarkedPaper): string =>
  JSON.stringify(
    items.map(({ id, version, order, answer }, at): KeptAnswer => {
      const chosen = marks.perItem[at]?.chosen ?? []
      return [id, version, order, chosen, answer]
    }),
  )

/** Which questions a kept paper asked, and which of them were answered rightly. */
export const outcomesOf = (kept: string): { itemId: string; isCorrect: boolean }[] =>
  read(kept).map(({ id, chosen, right }) => ({ itemId: id, isCorrect: isSameSet(chosen, right) }))

/** Whether a paper that was sent is the one that is kept, in whichever form that is. */
export const isSameKept = (kept: string, sent: string): boolean =>
  kept === sent || (isSpeltOut(kept) && JSON.stringify(read(kept)) === JSON.stringify(read(sent)))

const isSpeltOut = (kept: string): boolean => kept.startsWith('{')

function read(kept: string): { id: string; order: number[]; chosen: number[]; right: number[] }[] {
  if (!isSpeltOut(kept))
    return (JSON.parse(kept) as KeptAnswer[]).map(([id, , order, chosen, right]) => ({
      id,
      order,
      chosen,
      right,
    }))
  const { items, chosen } = JSON.parse(kept) as SpeltOut
  return items.map(({ id, order, answer }, at) => ({ id, order, chosen: chosen[at] ?? [], right: answer }))
}

const isSameSet = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))
