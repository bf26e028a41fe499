import { randomBytes } from 'node:crypto'

/**
 * Fills a template. The result is what people read, hash and sign: NFC, lines ended by \n, no spaces at line ends.
 * @throws RangeError when a variable has no value, or a value brings a line break or braces
 */
export function fillTemplate(body: string, values: Readonly<Record<string, string | number>>): string {
  const filled = body.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new RangeError(`pledge template names ${name}, which has no value`)
    if (/[\r\n{}]/.test(String(value))) throw new RangeError(`value of ${name} does not fit into a line`)
    return String(value)
  })
  return filled
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}

/** Printed at the end of every text. Without it the hash of a text could be tried against every name in the village. */
export const newTextMark = (): string =>
  randomBytes(16).toString('hex').toUpperCase().match(/.{8}/g)!.join(' ')
