import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { personsApi, type Revealed } from '@/shared/api'
import { type Told, tell } from '@/shared/errors'
import { phoneMillis } from '@/shared/platform'
import type { SummaryLine } from '@/shared/ui'
import { checkReveal, type RevealForm, secondsLeft } from './view-model'

const SHOWN_MS = 60_000
const EMPTY: RevealForm = { purpose: null, note: '' }

/** Name and phone for sixty seconds, in memory only: gone on time, on leaving, on switching the app. */
export function useReveal(personId: string) {
  const [asking, setAsking] = useState(false)
  const [form, setForm] = useState<RevealForm>(EMPTY)
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState<{ identity: Revealed; hideAt: number } | null>(null)
  const [now, setNow] = useState(phoneMillis())

  const hide = useCallback(() => {
    setShown(null)
    setForm(EMPTY)
  }, [])
  useDidHide(hide)
  useEffect(() => {
    if (!shown) return
    const timer = setInterval(() => {
      const millis = phoneMillis()
      setNow(millis)
      if (millis >= shown.hideAt) hide()
    }, 500)
    return () => clearInterval(timer)
  }, [shown, hide])
  // The browser tells of a hidden tab; WeChat tells by useDidHide.
  useEffect(() => {
    if (typeof document === 'undefined' || typeof document.addEventListener !== 'function') return
    const onChange = () => document.visibilityState === 'hidden' && hide()
    document.addEventListener('visibilitychange', onChange)
    return () => document.removeEventListener('visibilitychange', onChange)
  }, [hide])

  const reveal = async () => {
    const wrong = checkReveal(form)
    setFaults(wrong)
    setTold(null)
    if (wrong.length > 0 || form.purpose === null || busy) return
    setBusy(true)
    try {
      const identity = await personsApi.reveal(personId, form.purpose, form.note.trim() || undefined)
      // Counted from the answer by the phone's own clock: a wrong clock must not show it longer.
      setNow(phoneMillis())
      setShown({ identity, hideAt: phoneMillis() + SHOWN_MS })
      setAsking(false)
    } catch (error) {
      setTold(tell(error))
    } finally {
      setBusy(false)
    }
  }
  return {
    asking,
    open: () => setAsking(true),
    close: () => setAsking(false),
    form,
    change: (change: Partial<RevealForm>) => setForm({ ...form, ...change }),
    faults,
    told,
    busy,
    reveal,
    hide,
    identity: shown?.identity ?? null,
    seconds: shown ? secondsLeft(shown.hideAt, now) : 0,
  }
}
export type Reveal = ReturnType<typeof useReveal>
