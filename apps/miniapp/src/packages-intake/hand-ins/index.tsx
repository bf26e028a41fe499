import { View } from '@tarojs/components'
import { useState } from 'react'
import { handInsApi, type TakenFile } from '@/shared/api'
import { handIns as copy, roleNames } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { showInstant } from '@/shared/format'
import { chooseHandInFile, isWeapp, today } from '@/shared/platform'
import { Button, type ChipState, Heading, Page, Region, StateChip } from '@/shared/ui'
import { hasRefused, outcomeLines, takenLines } from './view-model'

/** The town office takes in a file that a phone without a network made. */
export default function HandInsPage() {
  const [taken, setTaken] = useState<TakenFile | null>(null)
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<Told | null>(null)

  const choose = async () => {
    setTold(null)
    try {
      const file = await chooseHandInFile()
      if (!file) return
      setBusy(true)
      setTaken(null)
      setTaken(await handInsApi.take(file.bytes))
    } catch (error) {
      const found = tell(error)
      setTold(found.kind === 'offline' ? { ...found, text: copy.offline } : found)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.title}</Heading>
      <View className='dfv-text'>{copy.lead}</View>
      <View className='dfv-card dfv-stack'>
        <Button
          look={taken ? 'plain' : 'primary'}
          icon='document'
          className='dfv-hand-in-choose'
          onTap={choose}
          disabled={busy}
        >
          {taken ? copy.another : copy.choose}
        </Button>
        <View className='dfv-fine'>{isWeapp ? copy.chooseHelpPhone : copy.chooseHelpPc}</View>
      </View>
      <Region role='status' className='dfv-news'>
        {busy ? copy.reading : ''}
      </Region>
      {told && (
        <Region role='alert' className='dfv-card dfv-hand-in-told'>
          {told.text}
          {told.reference && <View className='dfv-fine'>{told.reference}</View>}
        </Region>
      )}
      {taken && <Taken taken={taken} />}
    </Page>
  )
}

const CHIPS: Record<keyof typeof copy.state, ChipState> = {
  received: 'met',
  known: 'notApplicable',
  refused: 'notMet',
  later: 'later',
}

function Taken({ taken }: { taken: TakenFile }) {
  const { writer } = taken
  return (
    <View className='dfv-hand-in-taken'>
      <View className='dfv-card dfv-stack'>
        <Heading level={2}>{copy.from(writer.name, roleNames[writer.role])}</Heading>
        <View className='dfv-fine'>{copy.madeAt(showInstant(Date.parse(taken.madeAt), today()))}</View>
        <Region role='status'>
          {outcomeLines(taken).map((line) => (
            <View key={line} className='dfv-text'>
              {line}
            </View>
          ))}
        </Region>
        {hasRefused(taken) && <View className='dfv-text'>{copy.tellHim}</View>}
      </View>
      <View className='dfv-card dfv-card--flush'>
        {takenLines(taken, today()).map((line) => (
          <View key={line.key} className='dfv-row'>
            <View className='dfv-row__main'>
              <View className='dfv-row__title'>{line.title}</View>
              <View className='dfv-row__note'>{line.note}</View>
            </View>
            <View className='dfv-row__side'>
              <StateChip state={CHIPS[line.outcome]}>{copy.state[line.outcome]}</StateChip>
            </View>
          </View>
        ))}
      </View>
    </View>
  )
}
