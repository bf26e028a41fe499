/** Changes that nobody can notice from outside, and why. */
export const EXPLAINED: readonly { part: string; why: string }[] = []
