import type { Stroke } from '../stroke'

/** Calls back after each line; a new `key` is a clean sheet. */
export type PadProps = { label: string; onStroke: (stroke: Stroke) => void }
export const PAD_HEIGHT = 240
export const INK = { color: '#101A24', width: 3 }
