import { Text } from '@tarojs/components'
import { createElement, Fragment } from 'react'

const CODE = /([^\s、，]*[A-Z]-\d{2,})/

/** A sentence in which no code is torn apart at the end of a line: 示范A-14 stays whole. */
export function KeepCodes({ text }: { text: string }) {
  const pieces = text
    .split(CODE)
    .map((piece) => (CODE.test(piece) ? createElement(Text, { className: 'dfv-code' }, piece) : piece))
  // Spread as children: their places never change, so they need no keys.
  return createElement(Fragment, null, ...pieces)
}
