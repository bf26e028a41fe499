import { useRef, useState } from 'react'
import { type Pledge, pledgesApi } from '@/shared/api'
import { pledge as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { replaceByPledgeReceipt } from '@/shared/navigation'
import { newId, serverInstant } from '@/shared/platform'
import { asMyself, needsRecheck } from '@/shared/session'
import { readSeconds } from '../reading'
import type { Stroke } from './stroke'

/** Sends one signature, however often it has to be tried. */
export function useSign(pledge: Pledge | null) {
  const signatureId = useRef<string | null>(null)
  const [sending, setSending] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const [mustRecheck, setMustRecheck] = useState(false)

  const send = async (given: Pledge, stroke: Stroke) => {
    signatureId.current ??= await newId()
    const seconds = readSeconds(given.id)
    const body = {
      signatureId: signatureId.current,
      textHash: given.textHash,
      readThrough: true as const,
      ...(seconds !== undefined && { readSeconds: seconds }),
      deviceTime: serverInstant(),
      stroke,
    }
    return asMyself(() => pledgesApi.sign(given.id, body))
  }

  return {
    sending,
    told,
    mustRecheck,
    /** Another name on the pad is another signature. */
    startAnew: () => {
      signatureId.current = null
      setTold(null)
    },
    confirm: async (stroke: Stroke) => {
      if (!pledge || sending) return
      setSending(true)
      setTold(null)
      setMustRecheck(false)
      try {
        await send(pledge, stroke)
        replaceByPledgeReceipt(pledge.id)
      } catch (error) {
        if (needsRecheck(error)) setMustRecheck(true)
        else {
          const answer = tell(error)
          setTold(answer.kind === 'offline' ? { ...answer, text: copy.offlineSign } : answer)
        }
      } finally {
        setSending(false)
      }
    },
  }
}
