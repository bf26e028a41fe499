import { useRef, useState } from 'react'
import { type Pledge, type PledgeSignatureIn, pledgesApi } from '@/shared/api'
import { pledge as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { replaceByPledgeReceipt } from '@/shared/navigation'
import { isOnline, newId, phoneMillis } from '@/shared/platform'
import { asMyself, needsRecheck } from '@/shared/session'
import { readSeconds } from '../reading'
import type { Stroke } from './stroke'

/** The phone's own clock: it is told as the phone's time and decides nothing. */
const phoneInstant = (): string => new Date(phoneMillis()).toISOString()

/** Sends one signature, however often it has to be tried. Without a network it waits for the signer to confirm again. */
export function useSign(pledge: Pledge | null) {
  /** Made once: the same signature sent again must be the same to the letter. */
  const body = useRef<PledgeSignatureIn | null>(null)
  const confirmedOffline = useRef<string | null>(null)
  const [sending, setSending] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const [mustRecheck, setMustRecheck] = useState(false)

  const bodyOf = async (given: Pledge, stroke: Stroke): Promise<PledgeSignatureIn> => {
    const seconds = readSeconds(given.id)
    return {
      signatureId: await newId(),
      textHash: given.textHash,
      readThrough: true,
      ...(seconds !== undefined && { readSeconds: seconds }),
      deviceTime: confirmedOffline.current ?? phoneInstant(),
      ...(confirmedOffline.current !== null && { signedOffline: true }),
      stroke,
    }
  }

  return {
    sending,
    told,
    mustRecheck,
    /** Another name on the pad is another signature. */
    startAnew: () => {
      body.current = null
      confirmedOffline.current = null
      setTold(null)
    },
    confirm: async (stroke: Stroke) => {
      if (!pledge || sending) return
      if (!isOnline() && !body.current) {
        confirmedOffline.current ??= phoneInstant()
        setTold({ kind: 'offline', text: copy.offlineSign })
        return
      }
      setSending(true)
      setTold(null)
      setMustRecheck(false)
      try {
        body.current ??= await bodyOf(pledge, stroke)
        const ready = body.current
        await asMyself(() => pledgesApi.sign(pledge.id, ready))
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
