// @tarojs/components for jest: plain elements that fire Taro-shaped events (event.detail.value).
import { createElement, type ReactNode } from 'react'

type Props = Record<string, unknown> & { children?: ReactNode }
const ARIA: Record<string, string> = {
  ariaLabel: 'aria-label',
  ariaRole: 'role',
  ariaHidden: 'aria-hidden',
  ariaChecked: 'aria-checked',
  ariaDisabled: 'aria-disabled',
  ariaExpanded: 'aria-expanded',
}
const KNOWN = /^(id|className|style|src|alt|key|role|aria-.+|data-.+|onClick)$/

const forDom = (props: Props) =>
  Object.fromEntries(
    Object.entries(props)
      .map(([name, value]) => [ARIA[name] ?? name, value] as const)
      .filter(([name]) => KNOWN.test(name)),
  )
const element =
  (tag: string) =>
  ({ children, ...props }: Props) =>
    createElement(tag, forDom(props), children)
const field =
  (tag: string) =>
  ({ onInput, value, ...props }: Props) =>
    createElement(tag, {
      ...forDom(props),
      value: value ?? '',
      onChange: (event: { target: { value: string } }) =>
        (onInput as ((e: unknown) => void) | undefined)?.({ detail: { value: event.target.value } }),
    })

export const View = element('div')
export const Text = element('span')
export const Image = element('img')
export const ScrollView = element('div')
export const Button = element('button')
export const Canvas = element('canvas')
export const Input = field('input')
export const Textarea = field('textarea')
export const Picker = element('div')
