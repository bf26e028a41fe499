import { randomOf } from './random.ts'

/** A simple random sample of a numbered list. */
export type SampleDraw = {
  /** Printed with the draw: the same seed and size give the same numbers to whoever draws again. */
  seed: string
  /** Entries of the list, numbered 1 … size. */
  size: number
  /** How many numbers were drawn before; these go on after them. */
  skip?: number
  /** How many to draw; fewer where the list has no more. */
  count: number
}

/**
 * The next numbers of one random order of the whole list, so that a sample that was enlarged is the sample that a larger draw
 * would have been, and drawing again gives nobody another choice.
 * @returns numbers from 1 to size, in the order drawn, each at most once
 * @throws RangeError when a count is not a whole number ≥ 0
 */
export function drawNumbers({ seed, size, skip = 0, count }: SampleDraw): number[] {
  for (const value of [size, skip, count])
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError('a list has a whole number of entries')
  const list = Array.from({ length: size }, (_, index) => index + 1)
  return randomOf(`sample/${seed}/${size}`)
    .shuffle(list)
    .slice(skip, skip + count)
}
