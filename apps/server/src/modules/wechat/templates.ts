import { readFileSync } from 'node:fs'
import { Injectable } from '@nestjs/common'
import { z } from 'zod'
import { Config } from '../../platform/config/config.js'
import { fitValue, type SlotValue, typeOfKey, ValueTypeSchema } from './template-values.js'

/** Templates the product sends. */
export const TEMPLATE_KEYS = ['work-reminder'] as const
export type TemplateKey = (typeof TEMPLATE_KEYS)[number]
const SLOTS = ['text', 'due', 'note'] as const
export type Slot = (typeof SLOTS)[number]

const Keyword = z.object({
  key: z
    .string()
    .refine((key) => typeOfKey(key) !== undefined, 'must be a type and a number, such as thing1'),
  type: ValueTypeSchema.optional(),
  label: z.string().optional(),
})

/** As shown in WeChat's console. */
const TemplateEntry = z.object({
  templateId: z.string().regex(/^[A-Za-z0-9_-]{6,64}$/),
  title: z.string().min(1),
  kind: z.enum(['one-time', 'long-term']),
  keywords: z.array(Keyword).min(1),
})

const TemplateFile = z
  .object({
    templates: z.partialRecord(z.enum(TEMPLATE_KEYS), TemplateEntry),
    /** Which of our values goes into which keyword. */
    slots: z.partialRecord(z.enum(TEMPLATE_KEYS), z.partialRecord(z.enum(SLOTS), z.string())),
  })
  .superRefine((file, context) => {
    for (const [key, template] of Object.entries(file.templates)) {
      const filled = Object.values(file.slots[key as TemplateKey] ?? {})
      const keywords = template.keywords.map((keyword) => keyword.key)
      // WeChat refuses a message with a keyword too many, too few or empty.
      if (keywords.some((name) => !filled.includes(name)) || filled.some((name) => !keywords.includes(name)))
        context.addIssue({ code: 'custom', path: ['slots', key], message: 'must name each keyword once' })
    }
  })

export type Template = z.infer<typeof TemplateEntry> & {
  key: TemplateKey
  slots: Partial<Record<Slot, string>>
}

export type TemplateData = Record<string, { value: string }>

/** Subscribe-message templates of this mini-program; none while the county has not chosen any. */
@Injectable()
export class WeChatTemplates {
  private readonly byKey: ReadonlyMap<TemplateKey, Template>

  constructor(config: Config) {
    this.byKey = read(config.env.WECHAT_TEMPLATES_FILE)
    const isOurs = [...this.byKey.values()].some(({ templateId }) => templateId.startsWith('stand-in-'))
    if (isOurs && !config.isDemo)
      throw new Error(
        'WECHAT_TEMPLATES_FILE names the templates of the demo: docs/wechat-console.md says which to put there.',
      )
  }

  list(): Template[] {
    return [...this.byKey.values()]
  }

  find(key: TemplateKey): Template | undefined {
    return this.byKey.get(key)
  }

  byTemplateId(templateId: string): Template | undefined {
    return this.list().find((template) => template.templateId === templateId)
  }
}

/** @throws RangeError when a value is missing or cannot be said in the keyword's type */
export function templateData(template: Template, values: Partial<Record<Slot, SlotValue>>): TemplateData {
  return Object.fromEntries(
    Object.entries(template.slots).map(([slot, key]) => {
      const value = values[slot as Slot]
      const type = typeOfKey(key)
      if (!value || !type) throw new RangeError(`template ${template.key} has no value for ${slot}`)
      return [key, { value: fitValue(type, value) }]
    }),
  )
}

/** @throws Error when the file cannot be meant */
function read(path: string | undefined): ReadonlyMap<TemplateKey, Template> {
  if (!path) return new Map()
  const parsed = TemplateFile.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`WECHAT_TEMPLATES_FILE is not usable.\n  ${lines.join('\n  ')}`)
  }
  const { templates, slots } = parsed.data
  return new Map(
    TEMPLATE_KEYS.flatMap((key) => {
      const template = templates[key]
      return template ? [[key, { ...template, key, slots: slots[key] ?? {} }] as const] : []
    }),
  )
}
