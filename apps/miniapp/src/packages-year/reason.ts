const LEAST_REASON = 4

/** A word or two is no reason: as the server asks. */
export const isReason = (text: string): boolean => text.trim().length >= LEAST_REASON
