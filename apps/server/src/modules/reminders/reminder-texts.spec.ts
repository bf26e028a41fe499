import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { messageText, reminderText, TEXT_KEYS } from './reminder-texts.js'

const TODAY = '2026-11-23'
const PARAMS = { count: 2, villages: 1, dueOn: '2026-11-30', days: 3 }
/** What neither a lock screen nor a family member may read. */
const FORBIDDEN =
  /吸毒|涉毒|贩毒|毒品|冰毒|海洛因|尿检|禁毒|戒毒|康复|帮教|谈话|检测|复吸|社区|强制|姓名|示范|名册|人员/

describe('sentences of inbox and lock screen', () => {
  it.each([
    ['duty.opens', { count: 1 }, '您有1项新的工作可以办理'],
    ['duty.before', PARAMS, '您有2项工作将于11月30日到期'],
    ['duty.before', { count: 1, dueOn: '2027-01-06' }, '您有1项工作将于2027年1月6日到期'],
    ['duty.due', { count: 1, dueOn: TODAY }, '您有1项工作今天到期'],
    ['duty.due', { count: 1, dueOn: '2026-11-20' }, '您有1项工作11月20日到期'],
    ['duty.late', { count: 1 }, '您有1项工作已过期，请补办'],
    ['duty.after-3', PARAMS, '本村有2项工作已过期3天'],
    ['duty.after-3', { ...PARAMS, atLeast: true }, '本村有2项工作已过期3天以上'],
    ['duty.after-7', PARAMS, '有1个村的工作过期满7天'],
    ['duty.missed', PARAMS, '本村有2项工作错过了期限'],
    ['duty.missed-town', PARAMS, '有1个村的工作错过了期限'],
    ['digest.week', {}, '本周各村工作汇总已生成'],
    ['record.returned', { count: 1 }, '您有1条记录需要修改'],
    ['pledge.sealed', {}, '您签的文件已封存'],
    ['order.before', PARAMS, '有1项交办的工作11月30日到期，请答复'],
    ['order.before', { dueOn: TODAY }, '有1项交办的工作今天到期，请答复'],
    ['order.late', PARAMS, '有1项交办的工作已过期，请尽快答复'],
    ['order.late-office', PARAMS, '有1项交办的工作已过期，村里还没答复'],
  ] as const)('%s: %j', (key, params, text) => {
    expect(reminderText(key, params, TODAY)).toBe(text)
  })

  it('fit the 20 characters of a keyword, with large counts and across the new year', () => {
    const large = { count: 88, villages: 345, dueOn: '2027-12-30', days: 99, atLeast: true }
    for (const key of TEXT_KEYS) {
      const one = messageText([{ key, params: large }], TODAY).text
      const two = messageText(
        [
          { key, params: large },
          { key, params: { ...large, dueOn: '2027-12-31' } },
        ],
        TODAY,
      )
      for (const text of [one, two.text]) expect([...text].length).toBeLessThanOrEqual(20)
    }
  })

  it('never say what the work is or whom it is about', () => {
    for (const key of TEXT_KEYS) expect(reminderText(key, PARAMS, TODAY)).not.toMatch(FORBIDDEN)
  })

  it('nor does anything else this module or the template file can send', () => {
    const quoted = (file: string) =>
      readFileSync(file, 'utf8').match(/'[^'\n]*\p{Script=Han}[^'\n]*'|`[^`]*\p{Script=Han}[^`]*`/gu) ?? []
    const sources = readdirSync(__dirname)
      .filter((name) => name.endsWith('.ts') && !/spec\.ts$/.test(name))
      .flatMap((name) => quoted(path.join(__dirname, name)))
    expect(sources.length).toBeGreaterThan(10)
    const templates = readFileSync(path.resolve(__dirname, '../../../config/wechat-templates.json'), 'utf8')
    for (const text of [...sources, templates]) expect(text).not.toMatch(FORBIDDEN)
  })
})

describe('one message for all news of a day', () => {
  const comingDue = (count: number, dueOn: string) => ({
    key: 'duty.before' as const,
    params: { count, villages: 1, dueOn },
  })
  const due = (count: number) => ({ key: 'duty.due' as const, params: { count, villages: 1, dueOn: TODAY } })

  it('says one thing in its own words', () => {
    expect(messageText([comingDue(2, '2026-11-30')], TODAY)).toEqual({
      text: '您有2项工作将于11月30日到期',
      due: '2026-11-30',
    })
  })

  it('adds up work due on different days and names the first', () => {
    expect(messageText([comingDue(1, '2026-12-07'), comingDue(2, '2026-11-30')], TODAY)).toEqual({
      text: '您有3项工作最早11月30日到期',
      due: '2026-11-30',
    })
    expect(messageText([due(1), comingDue(1, '2026-11-30')], TODAY).text).toBe('您有2项工作最早今天到期')
  })

  it('becomes general when the news is of several kinds', () => {
    const digest = { key: 'digest.week' as const, params: {} }
    expect(messageText([due(1), digest], TODAY).text).toBe('您有2项事情要看')
  })
})
