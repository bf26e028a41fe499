export type Values = Record<string, string | number | undefined>

/** Fills the blanks of a sentence, `{name}`; a blank without a value is left empty. */
export const fill = (template: string, values: Values): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => `${values[name] ?? ''}`)
