import { RECORD_KINDS, ZH } from '@dfv/rules'
import { sources } from '../../../test/support/sources'

const CJK = /[\u3400-\u9fff]/
/**
 * Dates are words of their own. Titles of pages stand in configuration files, which cannot import. The reader of a
 * pledge knows headings by their numerals.
 */
const MAY_SPEAK =
  /^(shared\/(copy|format)\/|app\.config\.ts$|.*index\.config\.ts$|packages-pledge\/read\/view-model\.ts$)/
/** Words that every elder of the product keeps out: labels on people, play, officialese that says nothing. */
const FORBIDDEN = [
  ...[
    '吸毒仔',
    '瘾君子',
    '毒虫',
    '道友',
    '粉友',
    '问题人员',
    '黑名单',
    '高危分子',
    '中招',
    '失踪',
    '逃避',
    '躲藏',
  ],
  ...['死性不改', '老毛病', '摘帽', '洗白', '改造成功', '不合格', '不及格'],
  ...['签到', '积分榜', '连续打卡', '排行榜'],
  ...['提交成功', '保存成功', '保存失败', '参数错误', '非法操作', '无权限', '数据同步中', '抱歉'],
]
/** Told as what the app does not have, in the privacy note alone. */
const DENIED = /没有(打卡|排名)/g

const all = sources()
const copy = all.filter(({ name }) => name.startsWith('shared/copy/'))
const words = [...copy.map(({ code }) => code), JSON.stringify(ZH), JSON.stringify(RECORD_KINDS)]
  .join('\n')
  .replace(DENIED, '')

test('Chinese stands in copy, nowhere else', () => {
  const speaking = all
    .filter(({ name, code }) => !MAY_SPEAK.test(name) && CJK.test(code))
    .map(({ name }) => name)
  expect(speaking).toEqual([])
})

test.each(FORBIDDEN)('never says %s', (word) => {
  expect(words).not.toContain(word)
})

test('nothing offers to save', () => {
  // 加密保存 and 保存 of files by law are facts, not buttons.
  const buttons = [...words.matchAll(/'([^'\n]{1,8})'/g)].map(([, text]) => text ?? '')
  expect(buttons.filter((text) => text.includes('保存'))).toEqual([])
})

test('no exclamation marks but thanks, no full-width digits or spaces in front of words', () => {
  expect([...words.matchAll(/[^谢][！!](?!=)/g)].map(([text]) => text)).toEqual([])
  expect(words).not.toMatch(/[０-９]/)
})

test('every error sentence says what to do', async () => {
  const { errors } = await import('./errors')
  const sentences = [...Object.values(errors.byCode), ...Object.values(errors.byStatus)]
  // 没有找到 answers an absent page and a foreign one alike: it must not say more.
  const doing = sentences.filter((text) => !text.startsWith('没有找到'))
  for (const text of doing) expect(text).toMatch(/请|只能|重新/)
})

test('titles are short', () => {
  const titles = all
    .filter(({ name }) => name.endsWith('index.config.ts'))
    .map(({ text }) => /navigationBarTitleText: '([^']*)'/.exec(text)?.[1] ?? '')
  for (const title of titles) expect(title.length).toBeLessThanOrEqual(12)
})
