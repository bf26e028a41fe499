import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { assessmentsApi, type TownYear, type YearOverview } from '@/shared/api'
import { common, year as copy } from '@/shared/copy'
import { toSignIn, toVillageYear } from '@/shared/navigation'
import { newId } from '@/shared/platform'
import { Button, CountInput, Failure, Field, Heading, Icon, Sheet, Tap, TextArea } from '@/shared/ui'
import { isReason } from '../../reason'
import { useSending } from '../../use-sending'
import { drawCount } from '../view-model'

type Props = { town: TownYear; year: number; canDraw: boolean; onDone: (view: YearOverview) => void }

/** Villages that were drawn to be looked at, with what anybody needs to draw them again. */
export function SpotChecks({ town, year, canDraw, onDone }: Props) {
  const { spotChecks, villages } = town
  const [isOpen, setOpen] = useState(false)
  const [count, setCount] = useState('1')
  const [reason, setReason] = useState('')
  const { told, busy, send, errorAt } = useSending()
  // The server knows of a draw that a colleague made since this page was read.
  const isAgain = spotChecks.length > 0 || errorAt('reason') !== undefined
  // One id for one draw: pressed again after a lost answer, it is still the same draw.
  const id = useRef<Promise<string> | null>(null)
  if (spotChecks.length === 0 && !canDraw) return null
  const draw = () => {
    const wanted = drawCount(count, villages.length)
    const wrong = [
      ...(wanted === null ? [{ field: 'count', text: copy.spotCountWrong(villages.length) }] : []),
      ...(isAgain && !isReason(reason) ? [{ field: 'reason', text: copy.reasonMissing }] : []),
    ]
    void send(wrong, async () => {
      if (wanted === null) return
      id.current ??= newId()
      const next = await assessmentsApi.draw(
        town.areaCode,
        year,
        await id.current,
        wanted,
        isAgain ? reason.trim() : undefined,
      )
      id.current = null
      setReason('')
      setOpen(false)
      onDone(next)
    })
  }
  return (
    <>
      <Heading level={2}>{copy.spot}</Heading>
      <View className='dfv-fine'>{copy.spotLead}</View>
      {spotChecks.map((check) => (
        <View key={check.id} className='dfv-card dfv-card--flush dfv-spot-check'>
          <View className='dfv-row'>
            <View className='dfv-row__main dfv-text'>
              {copy.spotDrawn(check.size, check.drawn)}
              {check.reason !== null && <View>{copy.spotBecause(check.reason)}</View>}
              <View className='dfv-fine'>{copy.spotSeed(check.seed)}</View>
            </View>
          </View>
          {check.villages.map(({ number, areaCode, name }) => (
            <Tap key={areaCode} className='dfv-row' onTap={() => toVillageYear(areaCode, year)}>
              <View className='dfv-row__main dfv-row__title'>{copy.spotVillage(number, name)}</View>
              <Icon name='chevron-right' />
            </Tap>
          ))}
        </View>
      ))}
      {canDraw && (
        <Button icon='add' onTap={() => setOpen(true)}>
          {copy.spotDraw}
        </Button>
      )}
      <Sheet open={isOpen} title={copy.spot} onClose={() => setOpen(false)}>
        {told && <Failure told={told} onSignIn={toSignIn} />}
        <Field name='count' label={copy.spotCount} error={errorAt('count')}>
          <CountInput
            value={count}
            label={copy.spotCount}
            wrong={errorAt('count') !== undefined}
            onChange={setCount}
          />
        </Field>
        {isAgain && (
          <Field name='reason' label={copy.spotReason} error={errorAt('reason')}>
            <TextArea value={reason} label={copy.spotReason} maxLength={500} onChange={setReason} />
          </Field>
        )}
        <Button look='primary' className='dfv-sheet-yes' disabled={busy} onTap={draw}>
          {busy ? common.submitting : copy.spotDraw}
        </Button>
      </Sheet>
    </>
  )
}
