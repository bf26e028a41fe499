import { useRef, useState } from 'react'
import {
  ApiError,
  type HouseholdKey,
  type HouseholdText,
  householdsApi,
  type PledgeReceipt,
  type PledgeSignatureIn,
} from '@/shared/api'
import { householdPledge as copy, households, pledge } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { showDate } from '@/shared/format'
import { newId, phoneMillis, today } from '@/shared/platform'
import { Button } from '@/shared/ui'
import { readSeconds } from '../../reading'
import type { Stroke } from '../../sign/stroke'
import { WriteName } from '../../sign/write-name'

type Props = {
  owner: HouseholdKey
  text: HouseholdText
  onSigned: (receipt: PledgeReceipt, signatureId: string) => void
  /** The wording has changed since it was read: it is read again. */
  onChanged: () => void
}

/** Writing the name under what was read. */
export function Signing({ owner, text, onSigned, onChanged }: Props) {
  /** Made once: the same signature sent again must be the same to the letter. */
  const body = useRef<PledgeSignatureIn | null>(null)
  const [sending, setSending] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const [changed, setChanged] = useState(false)

  const bodyOf = async (stroke: Stroke): Promise<PledgeSignatureIn> => {
    const seconds = readSeconds(text.textHash)
    return {
      signatureId: await newId(),
      textHash: text.textHash,
      readThrough: true,
      ...(seconds !== undefined && { readSeconds: seconds }),
      deviceTime: new Date(phoneMillis()).toISOString(),
      stroke,
    }
  }
  const confirm = async (stroke: Stroke) => {
    if (sending) return
    setSending(true)
    setTold(null)
    try {
      body.current ??= await bodyOf(stroke)
      const ready = body.current
      onSigned(await householdsApi.sign(owner, text.name, ready), ready.signatureId)
    } catch (error) {
      const answer = tell(error)
      setTold(answer.kind === 'offline' ? { ...answer, text: households.offline } : answer)
      setChanged(error instanceof ApiError && error.problem.code === 'PLEDGE_TEXT_CHANGED')
      setSending(false)
    }
  }
  return (
    <WriteName
      name={text.name}
      facts={[
        { name: pledge.what, value: text.title },
        { name: pledge.signer, value: text.name },
        { name: households.slip(text.number), value: text.areaName },
        { name: pledge.when, value: showDate(today(), today()) },
      ]}
      sending={sending}
      told={told}
      onConfirm={confirm}
      onAnew={() => {
        body.current = null
        setTold(null)
      }}
    >
      {changed && <Button onTap={onChanged}>{copy.toText}</Button>}
    </WriteName>
  )
}
