import { PushRefused } from './push-crypto.js'

export type XmlValue = string | { [name: string]: XmlValue | XmlValue[] }
type Element = { name: string; children: Map<string, XmlValue[]>; text: string }

const MAX_DEPTH = 8
const PIECE = /<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.-]*)\s*(\/?)>|([^<]+)/y
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Reads the plain XML of pushes: elements, text and CDATA. Anything else — attributes, comments, declarations of
 * entities — is refused, so that none of XML's traps is reachable from outside.
 * @returns the content of the root element
 * @throws PushRefused
 */
export function parsePushXml(xml: string): XmlValue {
  const root: Element = { name: '', children: new Map(), text: '' }
  const open: Element[] = [root]
  const source = xml.trim()
  PIECE.lastIndex = 0
  while (PIECE.lastIndex < source.length) {
    const piece = PIECE.exec(source)
    if (!piece) throw new PushRefused('xml')
    take(open, piece)
  }
  const [only, ...more] = [...root.children.values()].flat()
  if (open.length !== 1 || only === undefined || more.length > 0) throw new PushRefused('xml')
  return only
}

function take(open: Element[], piece: RegExpExecArray): void {
  const [, cdata, closing, name, selfClosing, text] = piece
  const current = open.at(-1) as Element
  if (cdata !== undefined) current.text += cdata
  else if (text !== undefined) current.text += decodeEntities(text)
  else if (selfClosing) add(current, name as string, '')
  else if (closing) close(open, name as string)
  else {
    if (open.length > MAX_DEPTH) throw new PushRefused('xml depth')
    open.push({ name: name as string, children: new Map(), text: '' })
  }
}

function close(open: Element[], name: string): void {
  const element = open.pop()
  const parent = open.at(-1)
  if (!element || !parent || element.name !== name) throw new PushRefused('xml')
  const entries = [...element.children].map(([key, values]) => [
    key,
    values.length === 1 ? values[0] : values,
  ])
  add(parent, name, entries.length === 0 ? element.text.trim() : Object.fromEntries(entries))
}

function add(parent: Element, name: string, value: XmlValue): void {
  parent.children.set(name, [...(parent.children.get(name) ?? []), value])
}

function decodeEntities(text: string): string {
  return text.replace(/&(\w+);/g, (_, name: string) => {
    const character = ENTITIES[name]
    if (character === undefined) throw new PushRefused('xml entity')
    return character
  })
}
