import { expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.js'

it('writes equal content in equal bytes, whatever order it came in', () => {
  const one = canonicalJson({ b: [{ d: 1, c: 2 }, 'x', null], a: { z: true, y: 'é' } })
  expect(one).toBe('{"a":{"y":"é","z":true},"b":[{"c":2,"d":1},"x",null]}')
  expect(canonicalJson({ a: { y: 'é', z: true }, b: [{ c: 2, d: 1 }, 'x', null] })).toBe(one)
})

it('orders keys by code unit and writes dates as JSON does', () => {
  const at = new Date('2026-11-29T01:02:03Z')
  expect(canonicalJson({ a: at, B: [at], _: 1, 村: 2 })).toBe(
    '{"B":["2026-11-29T01:02:03.000Z"],"_":1,"a":"2026-11-29T01:02:03.000Z","村":2}',
  )
})

it('leaves out what is undefined, and null stands for it in a list', () => {
  expect(canonicalJson({ b: undefined, a: [undefined, { c: undefined }] })).toBe('{"a":[null,{}]}')
})

it('keeps a key that is called __proto__', () => {
  expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1},"b":1}')
})
