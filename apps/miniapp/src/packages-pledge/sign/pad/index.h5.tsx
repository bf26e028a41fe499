import { type PointerEvent, useEffect, useRef } from 'react'
import { createPen } from '../stroke'
import { INK, PAD_HEIGHT, type PadProps } from './types'

/** In the browser finger, pen and mouse are one: pointer events. */
export function Pad({ label, onStroke }: PadProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pen = useRef(createPen())
  const size = useRef({ width: 0, height: 0 })

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const adjust = () => {
      const { width, height } = element.getBoundingClientRect()
      if (width === 0 || (width === size.current.width && height === size.current.height)) return
      // Turning the phone changes the sheet: what was written no longer fits on it.
      const written = pen.current.lines().length > 0
      size.current = { width, height }
      element.width = width * window.devicePixelRatio
      element.height = height * window.devicePixelRatio
      element.getContext('2d')?.scale(window.devicePixelRatio, window.devicePixelRatio)
      pen.current.clear()
      if (written) onStroke({ width, height, lines: [] })
    }
    adjust()
    const watch = new ResizeObserver(adjust)
    watch.observe(element)
    return () => watch.disconnect()
  }, [onStroke])

  const at = (event: PointerEvent) => {
    const box = canvas.current?.getBoundingClientRect()
    return [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0), event.timeStamp] as const
  }
  const begin = (event: PointerEvent) => {
    canvas.current?.setPointerCapture(event.pointerId)
    pen.current.begin(...at(event))
  }
  const move = (event: PointerEvent) => {
    const segment = pen.current.move(...at(event))
    const context = canvas.current?.getContext('2d')
    if (!segment || !context) return
    context.strokeStyle = INK.color
    context.lineWidth = INK.width
    context.lineCap = 'round'
    context.beginPath()
    context.moveTo(segment.from[0], segment.from[1])
    context.lineTo(segment.to[0], segment.to[1])
    context.stroke()
  }
  const end = () => {
    pen.current.end()
    onStroke({ ...size.current, lines: pen.current.lines() })
  }
  return (
    <canvas
      ref={canvas}
      className='dfv-pad'
      style={{ height: PAD_HEIGHT }}
      role='img'
      aria-label={label}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    />
  )
}
