import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { createPen } from '../stroke'
import { INK, PAD_HEIGHT, type PadProps } from './types'

type Touch = { x?: number; y?: number; clientX?: number; clientY?: number }
type TouchEvent = { timeStamp: number; touches: Touch[] }
type Context = Pick<
  CanvasRenderingContext2D,
  'scale' | 'beginPath' | 'moveTo' | 'lineTo' | 'stroke' | 'strokeStyle' | 'lineWidth' | 'lineCap'
>
type CanvasNode = { width: number; height: number; getContext(kind: '2d'): Context }
type Answer = [{ node?: CanvasNode } | null, { width: number; height: number } | null]

const ID = 'signature-pad'

/** In WeChat: a 2d canvas, whose touches carry their place on it. */
export function Pad({ label, onStroke }: PadProps) {
  const pen = useRef(createPen())
  const size = useRef({ width: 0, height: 0 })
  const context = useRef<Context | null>(null)

  const prepare = () => {
    const query = Taro.createSelectorQuery()
    query.select(`#${ID}`).fields({ node: true })
    query.select(`#${ID}`).boundingClientRect()
    query.exec((answer) => {
      const [found, box] = answer as unknown as Answer
      if (!found?.node || !box?.width) return
      const ratio = (Taro.getWindowInfo() as { pixelRatio?: number }).pixelRatio ?? 1
      size.current = { width: box.width, height: box.height }
      found.node.width = box.width * ratio
      found.node.height = box.height * ratio
      context.current = found.node.getContext('2d')
      context.current.scale(ratio, ratio)
    })
  }
  // The pad comes after the page is ready, and anew for each clean sheet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each pad
  useEffect(() => Taro.nextTick(prepare), [])

  const placeOf = (event: TouchEvent) => {
    const touch = event.touches[0]
    return touch ? ([touch.x ?? 0, touch.y ?? 0, event.timeStamp] as const) : null
  }
  const begin = (event: TouchEvent) => {
    if (!context.current) prepare()
    const place = placeOf(event)
    if (place) pen.current.begin(...place)
  }
  const move = (event: TouchEvent) => {
    const place = placeOf(event)
    const segment = place && pen.current.move(...place)
    const drawing = context.current
    if (!segment || !drawing) return
    drawing.strokeStyle = INK.color
    drawing.lineWidth = INK.width
    drawing.lineCap = 'round'
    drawing.beginPath()
    drawing.moveTo(segment.from[0], segment.from[1])
    drawing.lineTo(segment.to[0], segment.to[1])
    drawing.stroke()
  }
  const end = () => {
    pen.current.end()
    onStroke({ ...size.current, lines: pen.current.lines() })
  }
  const handlers = { onTouchStart: begin, onTouchMove: move, onTouchEnd: end, onTouchCancel: end }
  return (
    <Canvas
      type='2d'
      id={ID}
      canvasId={ID}
      className='dfv-pad'
      style={{ height: `${PAD_HEIGHT}px` }}
      disableScroll
      ariaLabel={label}
      {...(handlers as object)}
    />
  )
}
