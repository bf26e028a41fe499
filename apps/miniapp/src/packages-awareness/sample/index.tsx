import { View } from '@tarojs/components'
import { useState } from 'react'
import { type NumberOutcome, type SampleWithNumbers, samplesApi } from '@/shared/api'
import { common, sampling as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { toSampleSlips, toSampleVisit, toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, Failure, Heading, Link, Page, Region, Skeleton, StateChip } from '@/shared/ui'
import { mayDraw } from '../rights'
import './index.scss'
import { type AskKind, AskSheet } from './parts/ask-sheet'
import { WhySheet } from './parts/why-sheet'
import { type NumberRow, sampleView } from './view-model'

const FIRST = 30

/** One sample: which numbers were drawn, who has answered, and what to do about the others. */
export default function SamplePage() {
  const { id = '' } = usePageParams()
  const { role } = useViewer()
  const [asking, setAsking] = useState<AskKind | null>(null)
  const [why, setWhy] = useState<number | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const [news, setNews] = useState('')
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState(FIRST)
  const resource = useResource(id, () => samplesApi.read(id))
  useReturn(resource.reload)
  const sample = resource.data

  const act = async (change: () => Promise<SampleWithNumbers>) => {
    if (busy) return
    setBusy(true)
    setTold(null)
    try {
      resource.take(await change())
      setAsking(null)
      setWhy(null)
      setNews(copy.noted)
    } catch (error) {
      setTold(tell(error))
    } finally {
      setBusy(false)
    }
  }
  if (!sample) {
    return (
      <Page title={copy.title}>
        {resource.failure ? (
          <Failure
            told={resource.failure}
            onRetry={resource.reload}
            onSignIn={toSignIn}
            onHome={() => toTab('home')}
          />
        ) : (
          <Skeleton />
        )}
      </Page>
    )
  }
  const view = sampleView(sample, today())
  const isMine = mayDraw(role) && view.ended === null
  return (
    <Page title={copy.title}>
      <Heading level={1}>{view.title}</Heading>
      <View className='dfv-lead dfv-sample-counts'>{view.counts}</View>
      <Region role='status' className='dfv-news'>
        {news}
      </Region>
      {told && asking === null && why === null && <Failure told={told} onRetry={resource.reload} />}
      <View className='dfv-card dfv-stack'>
        {view.lines.map((line) => (
          <View key={line} className='dfv-text'>
            {line}
          </View>
        ))}
        {view.ended && <View className='dfv-text'>{view.ended}</View>}
      </View>
      {isMine && (
        <View className='dfv-stack'>
          <Button icon='roster' className='dfv-to-slips' onTap={() => toSampleSlips(id)}>
            {copy.slips}
          </Button>
          <View className='dfv-row-wrap'>
            {view.canEnlarge && <Link onTap={() => setAsking('enlarge')}>{copy.enlarge}</Link>}
            <Link onTap={() => setAsking('close')}>{copy.close}</Link>
            {view.canVoid && <Link onTap={() => setAsking('void')}>{copy.void}</Link>}
          </View>
        </View>
      )}
      <Heading level={2}>{copy.numbers}</Heading>
      <View className='dfv-fine'>{copy.numbersNote}</View>
      <View className='dfv-card dfv-card--flush'>
        {view.rows.slice(0, shown).map((row) => (
          <NumberLine
            key={row.number}
            row={row}
            onVisit={() => toSampleVisit(id, row.number)}
            onWhy={setWhy}
          />
        ))}
      </View>
      {view.rows.length > shown && (
        <Button onTap={() => setShown(view.rows.length)}>{common.showMore(view.rows.length - shown)}</Button>
      )}
      <AskSheet
        kind={asking}
        told={told}
        busy={busy}
        onClose={() => setAsking(null)}
        onEnlarge={(count) => void act(() => samplesApi.enlarge(id, count))}
        onEnd={() => void act(() => samplesApi.close(id))}
        onVoid={(reason) => void act(() => samplesApi.void(id, reason))}
      />
      <WhySheet
        number={why}
        told={told}
        onClose={() => setWhy(null)}
        onChosen={(state: NumberOutcome) => void act(() => samplesApi.note(id, why ?? 0, state))}
      />
    </Page>
  )
}

type LineProps = { row: NumberRow; onVisit: () => void; onWhy: (number: number) => void }

function NumberLine({ row, onVisit, onWhy }: LineProps) {
  return (
    <View className='dfv-row dfv-sample-number'>
      <View className='dfv-row__main'>
        <View className='dfv-row__title'>{row.name}</View>
        <StateChip state={row.chip.state}>{row.chip.text}</StateChip>
      </View>
      {row.isOpen && (
        <View className='dfv-row__side'>
          <Button small onTap={() => onWhy(row.number)} label={copy.whyDo(row.number)}>
            {copy.why}
          </Button>
          <Button small onTap={onVisit} label={copy.visitTitle(row.number)}>
            {copy.visit}
          </Button>
        </View>
      )}
    </View>
  )
}
