export type Block = { kind: 'title' | 'heading' | 'text'; text: string; key: string }

/** A line that opens a part of the text: 一、 二、 … */
const HEADING = /^[一二三四五六七八九十]+、/

/** The text as blocks; every line of it is there, in its order. */
export function blocksOf(text: string): Block[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => ({
      kind: index === 0 ? 'title' : HEADING.test(line) && line.length <= 30 ? 'heading' : 'text',
      text: line,
      key: `${index}`,
    }))
}

/** So much fits on a screen in the two large sizes. */
const PAGE_CHARACTERS = 130

/** Whole blocks a page; a heading never stands alone at the foot. */
export function pagesOf(blocks: readonly Block[], isPaged: boolean): Block[][] {
  if (!isPaged) return [[...blocks]]
  const pages: Block[][] = []
  let page: Block[] = []
  let filled = 0
  for (const block of blocks) {
    if (page.length > 0 && filled + block.text.length > PAGE_CHARACTERS) {
      const carried = page[page.length - 1]?.kind === 'heading' && page.length > 1 ? page.splice(-1) : []
      pages.push(page)
      page = carried
      filled = carried.reduce((sum, { text }) => sum + text.length, 0)
    }
    page.push(block)
    filled += block.text.length
  }
  if (page.length > 0) pages.push(page)
  return pages
}

export const characterCount = (text: string): number => text.replace(/\s/g, '').length
const CHARACTERS_A_MINUTE = 250
export const minutesToRead = (text: string): number =>
  Math.max(1, Math.ceil(characterCount(text) / CHARACTERS_A_MINUTE))
