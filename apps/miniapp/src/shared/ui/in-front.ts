/** How many sheets stand before the page. */
let standing = 0

/** @returns to be called when it is gone */
export function standInFront(): () => void {
  standing += 1
  return () => {
    standing -= 1
  }
}

export const isCovered = (): boolean => standing > 0
