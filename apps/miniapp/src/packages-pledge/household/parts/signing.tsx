import { View } from '@tarojs/components'
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
import { toSignInAndBack } from '@/shared/navigation'
import { newId, phoneMillis, today } from '@/shared/platform'
import { asMyself, needsRecheck } from '@/shared/session'
import { Button, Heading, Region } from '@/shared/ui'
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
  /** At the door: whose phone it is must show that it is he. */
  const [mustRecheck, setMustRecheck] = useState(false)

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
    setMustRecheck(false)
    try {
      body.current ??= await bodyOf(stroke)
      const ready = body.current
      const receipt = await asMyself(() => householdsApi.sign(owner, text.name, ready))
      onSigned(receipt, ready.signatureId)
    } catch (error) {
      setSending(false)
      if (needsRecheck(error)) {
        setMustRecheck(true)
        return
      }
      const answer = tell(error)
      setTold(answer.kind === 'offline' ? { ...answer, text: households.offline } : answer)
      setChanged(error instanceof ApiError && error.problem.code === 'PLEDGE_TEXT_CHANGED')
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
      {mustRecheck && (
        <Region role='alert' className='dfv-errors'>
          <Heading level={2}>{copy.recheckTitle}</Heading>
          <View className='dfv-text'>{copy.recheckLead}</View>
          <Button className='dfv-recheck' onTap={toSignInAndBack}>
            {pledge.recheck}
          </Button>
        </Region>
      )}
      {changed && <Button onTap={onChanged}>{copy.toText}</Button>}
    </WriteName>
  )
}
