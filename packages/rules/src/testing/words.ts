/** Words no reader of the product may meet outside a quotation of the law. */
export const NEVER: readonly string[] = [
  ...['吸毒仔', '瘾君子', '毒虫', '道友', '粉友', '涉毒分子', '问题人员', '黑名单', '高危分子'],
  ...['不干净', '干净', '不合格', '合格', '中招', '失踪', '逃避', '躲藏', '拒检', '死性不改', '老毛病'],
  ...['摘帽', '洗白', '改造成功', '涉毒未成年人', '涉毒家庭', '吸毒', '复吸', '尿检', '毒品', '本平台'],
]

/** Legal text between “ ” keeps its words. */
export const unquoted = (text: string): string => text.replace(/“[^”]*”/g, '')

/** Every string anywhere in a value, with the path to it. */
export function strings(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).reduce<[string, string][]>(
    (all, [key, entry]) => all.concat(strings(entry, `${path}.${key}`)),
    [],
  )
}

/**
 * What is wrong with a sentence for a village secretary: empty, an unfilled blank, an id or an English word, a word that
 * must never be said. '' when nothing is.
 */
export function faultOf(sentence: string): string {
  if (sentence.trim() === '') return 'empty'
  if (/[{}]|undefined|NaN|null/.test(sentence)) return 'unfilled'
  if (/[A-Za-z]/.test(sentence)) return 'not Chinese'
  if (/[!！]/.test(sentence)) return 'shouting'
  const said = NEVER.find((word) => unquoted(sentence).includes(word))
  return said === undefined ? '' : `says ${said}`
}
