import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testConfig } from '../../../test/support/database.js'
import { templateData, WeChatTemplates } from './templates.js'

const COMMITTED = path.resolve(__dirname, '../../../config/wechat-templates.json')
const open = (file?: string) =>
  new WeChatTemplates(testConfig('mysql://unused', file === undefined ? {} : { WECHAT_TEMPLATES_FILE: file }))

describe('message templates', () => {
  let folder: string
  const written = (change: (file: Record<string, Record<string, Record<string, unknown>>>) => void) => {
    const content = JSON.parse(readFileSync(COMMITTED, 'utf8'))
    change(content)
    const file = path.join(folder, 'templates.json')
    writeFileSync(file, JSON.stringify(content))
    return file
  }

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'templates-'))
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  it('has the reminder in the file that comes with the server', () => {
    const template = open(COMMITTED).find('work-reminder')
    expect(template?.title).toBe('工作提醒')
    const values = {
      text: { text: '您有1项工作今天到期' },
      due: { date: '2026-11-30' },
      note: { text: '请查看' },
    }
    expect(template && templateData(template, values)).toEqual({
      thing1: { value: '您有1项工作今天到期' },
      date2: { value: '2026年11月30日' },
      thing3: { value: '请查看' },
    })
  })

  it('refuses the demo’s templates in production: WeChat would refuse every message', () => {
    const production = {
      APP_MODE: 'production',
      WECHAT_TEMPLATES_FILE: COMMITTED,
      WECHAT_APPID: 'wx0123456789abcdef',
      WECHAT_SECRET: 'x'.repeat(32),
      PUBLIC_URL: 'https://example.test',
    }
    expect(() => new WeChatTemplates(testConfig('mysql://unused', production))).toThrow(/the demo/)
  })

  it('has none where no file is set: reminders then stay in the app', () => {
    expect(open().list()).toEqual([])
  })

  it.each([
    ['a keyword nobody fills', (slots: Record<string, unknown>) => delete slots.note],
    ['a keyword the template does not have', (slots: Record<string, unknown>) => (slots.note = 'thing9')],
    ['a slot we know nothing to put into', (slots: Record<string, unknown>) => (slots.name = 'thing3')],
  ])('refuses to start with %s', (_, change) => {
    const file = written(({ slots }) => change(slots?.['work-reminder'] as Record<string, unknown>))
    expect(() => open(file)).toThrow(/WECHAT_TEMPLATES_FILE is not usable/)
  })

  it('refuses a key without a type', () => {
    const file = written(({ templates }) => {
      const template = templates?.['work-reminder'] as { keywords: { key: string }[] }
      ;(template.keywords[0] as { key: string }).key = 'matter1'
    })
    expect(() => open(file)).toThrow(/WECHAT_TEMPLATES_FILE is not usable/)
  })

  it('will not build a message with a value missing', () => {
    const template = open(COMMITTED).find('work-reminder')
    expect(() => template && templateData(template, { text: { text: '您有1项工作' } })).toThrow(RangeError)
  })
})
