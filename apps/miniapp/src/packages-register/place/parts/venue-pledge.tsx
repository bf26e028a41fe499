import { View } from '@tarojs/components'
import { useState } from 'react'
import { pledgesApi } from '@/shared/api'
import { common, placeFile as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { showDate } from '@/shared/format'
import { syncLedger } from '@/shared/ledger'
import { newId, useNetwork } from '@/shared/platform'
import { useViewer } from '@/shared/session'
import { Button, DateInput, Failure, Field, Sheet, type SummaryLine, TextInput } from '@/shared/ui'
import type { Village } from '@/shared/village'
import { pledgedOn } from '../view-model'

/** This year's pledge of a venue with the village, and where its paper lies. @see 三(二)4 */
export function VenuePledge({ village, venueId }: { village: Village; venueId: string }) {
  const { role } = useViewer()
  const online = useNetwork((state) => state.online)
  const [asking, setAsking] = useState(false)
  const signedOn = pledgedOn(village, venueId)
  if (signedOn !== null)
    return (
      <View className='dfv-text'>{`${copy.pledge}：${copy.pledged(showDate(signedOn, village.asOf))}`}</View>
    )
  const mayRegister = role === 'village-secretary' || role === 'town-office'
  return (
    <>
      <View className='dfv-text'>{`${copy.pledge}：${copy.notPledged}`}</View>
      {mayRegister && online && (
        <Button icon='pledge' onTap={() => setAsking(true)}>
          {copy.paperPledge}
        </Button>
      )}
      {asking && <PaperSheet village={village} venueId={venueId} onClose={() => setAsking(false)} />}
    </>
  )
}

type SheetProps = { village: Village; venueId: string; onClose: () => void }

function PaperSheet({ village, venueId, onClose }: SheetProps) {
  const [signedOn, setSignedOn] = useState(village.asOf)
  const [paper, setPaper] = useState('')
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    const missing = paper.trim().length < 2 ? [{ field: 'paper', text: copy.paperMissing }] : []
    setFaults(missing)
    if (missing.length > 0 || busy) return
    setBusy(true)
    try {
      await pledgesApi.registerPaper({
        id: await newId(),
        areaCode: village.code,
        level: 'village-venue',
        party: venueId,
        year: Number(signedOn.slice(0, 4)),
        signedOn,
        paper: paper.trim(),
      })
      await syncLedger()
      onClose()
    } catch (error) {
      setTold(tell(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet open title={copy.paperPledge} onClose={onClose}>
      {told && <Failure told={told} onRetry={submit} />}
      <Field name='signedOn' label={copy.paperSignedOn}>
        <DateInput
          value={signedOn}
          label={copy.paperSignedOn}
          shown={showDate(signedOn, village.asOf)}
          max={village.asOf}
          onChange={setSignedOn}
        />
      </Field>
      <Field name='paper' label={copy.paperPlace} error={faults[0]?.text}>
        <TextInput value={paper} label={copy.paperPlace} maxLength={60} onChange={setPaper} />
      </Field>
      <View className='dfv-stack'>
        <Button look='primary' onTap={submit} disabled={busy}>
          {busy ? common.submitting : copy.paperDo}
        </Button>
        <Button onTap={onClose}>{common.cancel}</Button>
      </View>
    </Sheet>
  )
}
