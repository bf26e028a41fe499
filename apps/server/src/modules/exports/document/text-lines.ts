/** Never first on a line, as print shops have it. */
const CLOSING = /[，。、；：？！）》”’〕】…,.;:?!)\]}%]/u
const WORD = /[0-9A-Za-z-]/u

/** Breaks text into the lines that fit a width; the width of a character is asked once. */
export class LineBreaker {
  private readonly known = new Map<string, number>()

  /** @param measure width of a character, in the unit of the widths asked for */
  constructor(private readonly measure: (character: string) => number) {}

  lines(text: string, width: number): string[] {
    return text.split('\n').flatMap((line) => this.wrap([...line], width))
  }

  private wrap(characters: readonly string[], width: number): string[] {
    const lines: string[] = []
    let from = 0
    let used = 0
    for (let at = 0; at < characters.length; at++) {
      used += this.widthOf(characters[at]!)
      if (used <= width || at === from) continue
      const end = breakBefore(characters, from, at)
      lines.push(characters.slice(from, end).join(''))
      from = end
      used = 0
      for (let again = from; again <= at; again++) used += this.widthOf(characters[again]!)
    }
    lines.push(characters.slice(from).join(''))
    return lines
  }

  private widthOf(character: string): number {
    const known = this.known.get(character)
    if (known !== undefined) return known
    const width = this.measure(character)
    this.known.set(character, width)
    return width
  }
}

/** Where the line ends whose next character no longer fits: not before closing punctuation and not inside a number or word. */
function breakBefore(characters: readonly string[], from: number, at: number): number {
  let end = at
  while (end > from + 1 && CLOSING.test(characters[end]!)) end -= 1
  if (!WORD.test(characters[end]!)) return end
  let start = end
  while (start > from && WORD.test(characters[start - 1]!)) start -= 1
  return start > from ? start : end
}
