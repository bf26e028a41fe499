import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { WorkbookFault } from './workbook-fault.js'

/** Characters parsed before other requests get their turn. */
const SLICE = 256 * 1024

export type XmlHandler = {
  open?: (name: string, attribute: (name: string) => string | undefined) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/**
 * Reads one XML part of a workbook. Names come without their prefix, which each program chooses for itself. A document
 * type is refused: no office program writes one, and entities live there.
 * @throws WorkbookFault notWorkbook
 */
export async function readXml(part: Buffer, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw new WorkbookFault('notWorkbook')
  })
  parser.on('error', (error) => {
    throw new WorkbookFault('notWorkbook', { cause: error })
  })
  parser.on('opentag', (tag) => handler.open?.(localName(tag.name), attributeOf(tag)))
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  parser.on('closetag', (tag) => handler.close?.(localName(tag.name)))
  const xml = new TextDecoder('utf-8').decode(part)
  for (let at = 0; at < xml.length; at += SLICE) {
    parser.write(xml.slice(at, at + SLICE))
    await yieldToOthers()
  }
  parser.close()
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function attributeOf({ attributes }: SaxesTagPlain): (name: string) => string | undefined {
  return (name) => {
    const own = Object.keys(attributes).find((key) => localName(key) === name)
    return own === undefined ? undefined : attributes[own]
  }
}

/** Characters that XML cannot hold are written `_x000D_` in a workbook. */
export const unescapeText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
