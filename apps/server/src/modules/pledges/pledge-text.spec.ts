import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RELEASED_TEMPLATES } from './pledge-templates.js'
import { fillTemplate, newTextMark } from './pledge-text.js'
import { wordingFaults } from './wording-rules.js'

const values = {
  year: 2026,
  town: '示范镇',
  village: '示范村A',
  area: '示范村A第一网格',
  signer: '陈演一',
  signerRole: '村书记',
  reportInDays: 15,
  cycleMonths: 2,
  activitiesPerMonth: 4,
  residentPercent: 95,
  migrantPercent: 95,
  venuePercent: 100,
  studentPercent: 100,
  place: '示范旅馆',
  textMark: newTextMark(),
}

describe('fillTemplate', () => {
  it('fills every variable and gives one form to one text', () => {
    expect(fillTemplate('  {{a}}村 \r\n第{{b}}条  \n', { a: '示范', b: 2 })).toBe('示范村\n第2条')
  })

  it('refuses a variable without a value', () => {
    expect(() => fillTemplate('{{a}}', {})).toThrow(RangeError)
  })

  it.each([
    ['braces', '{{b}}', '责任人：{{b}}（签名）'],
    ['half a variable', '{{', '责任人：{{（签名）'],
    ['a pattern of replacement', '$& $1', '责任人：$& $1（签名）'],
    ['a line of its own', '陈\r\n二、\u2028三\u0085四', '责任人：陈 二、 三 四（签名）'],
  ])('puts in a value with %s as it is, in its line', (_, a, line) => {
    expect(fillTemplate('一、\n责任人：{{a}}（签名）\n{{b}}', { a, b: 2 })).toBe(`一、\n${line}\n2`)
  })
})

/** What of the notice each level answers for, as the policy fills it in. */
const TARGETS = {
  'town-village': ['每2个月', '4次以上', '达到95%'],
  'village-grid-worker': ['每2个月', '4次以上'],
  'village-venue': ['知晓率达到100%'],
  'village-household': ['4次以上'],
  class: ['知晓率达到100%'],
}

describe.each(RELEASED_TEMPLATES.map((template) => [template.id, template] as const))(
  'the wording %s',
  (_, template) => {
    const text = fillTemplate(template.body, values)

    it('names its basis, the signer, the year and the duty of confidence', () => {
      expect(text).toContain('博委办〔2023〕15号')
      expect(text).toContain('陈演一')
      expect(text).toContain('2026年12月31日')
      expect(text).toContain('《戒毒条例》第七条')
      expect(text).toContain('《中华人民共和国禁毒法》第五十二条')
      for (const target of TARGETS[template.level]) expect(text).toContain(target)
      expect(wordingFaults(template)).toEqual([])
      expect(text).not.toMatch(/[{}]/)
      expect(text.split('\n')[0]).toBe(fillTemplate(template.title, values))
    })

    it('quotes the notice word for word', () => {
      const notice = readFileSync(join(__dirname, '../../../../../docs/sources/bowei-2023-15.md'), 'utf8')
      for (const [, quote = ''] of text.matchAll(/“([^”]+)”/g)) expect(notice).toContain(quote)
    })

    it('claims no more than an electronic signature is, and calls nobody names', () => {
      expect(text).not.toMatch(/可靠电子签名|可靠的电子签名|瘾君子|吸毒仔|毒虫|道友|干净|合格人员/)
    })
  },
)

describe('newTextMark', () => {
  it('has 128 random bits', () => {
    expect(newTextMark()).toMatch(/^([0-9A-F]{8} ){3}[0-9A-F]{8}$/)
    expect(newTextMark()).not.toBe(newTextMark())
  })
})
