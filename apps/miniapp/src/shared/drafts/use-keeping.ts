import { useDidHide } from '@tarojs/taro'
import { type MutableRefObject, useCallback, useEffect, useRef } from 'react'

const KEEP_AFTER_MS = 500

/**
 * Keeps on the phone what is being written: soon after the last change, when the page is hidden and when it is left, so that a
 * call, a dead battery or a slip of the finger costs half a second of writing at the most.
 * @param value what is written: every new one starts the wait anew
 * @param keep writes it down; called only while something was touched
 * @returns whether something was written since the page opened; set by whoever takes the answers, and taken back by whoever
 *   sends or discards them
 */
export function useKeeping(value: unknown, keep: () => unknown): MutableRefObject<boolean> {
  const touched = useRef(false)
  const latest = useRef(keep)
  latest.current = keep
  const keepIfTouched = useCallback(() => {
    if (touched.current) latest.current()
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of an answer starts the wait anew
  useEffect(() => {
    if (!touched.current) return
    const timer = setTimeout(keepIfTouched, KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [value, keepIfTouched])
  useDidHide(keepIfTouched)
  useEffect(() => keepIfTouched, [keepIfTouched])
  return touched
}
