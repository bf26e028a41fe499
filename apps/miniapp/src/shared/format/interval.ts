const percent = (permille: number) => `${permille % 10 === 0 ? permille / 10 : (permille / 10).toFixed(1)}%`
// 0.29 × 1000 is 290.00000000000006 in a computer: what is a whole permille within a millionth is one.
const NOISE = 1e-6

/** The rate is cut; the interval is widened to the next tenth, so that it never promises more than was measured. */
export const showRate = (share: number) => percent(Math.floor(share * 1000 + NOISE))
export const showLow = (share: number) => percent(Math.floor(share * 1000 + NOISE))
export const showHigh = (share: number) => percent(Math.ceil(share * 1000 - NOISE))
