import { describe, expect, it } from 'vitest'
import { pdfText } from '../../../test/support/document-text.js'
import { renderPlaquePaper } from './plaque-paper.js'

const PAPER = {
  villageName: '𠮷塘村',
  townName: '示范镇',
  since: '2026-06-01',
  document: '陆禁毒〔示例〕𡎴3号',
  url: 'http://localhost:3000/#/packages-public/plaque/index?area=441581990201',
}

describe('a page for the village’s board', () => {
  it.each(['board', 'certificate'] as const)('%s has every character of a name', async (kind) => {
    const text = pdfText(await renderPlaquePaper(kind, PAPER, new Date('2026-11-23T06:00:00.000Z')))
    const all = text.replace(/[\s|]/g, '')
    expect(all).toContain(PAPER.villageName)
    if (kind === 'certificate') expect(all).toContain(PAPER.document)
  })
})
