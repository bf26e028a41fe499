import { View } from '@tarojs/components'
import { useState } from 'react'
import { type PlaqueDecision, type PlaqueView, plaquesApi, villagesApi } from '@/shared/api'
import { plaque as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, Failure, Heading, Page, Region, Skeleton } from '@/shared/ui'
import { DecisionSheet } from './parts/decision-sheet'
import { Drafts } from './parts/drafts'
import { Papers } from './parts/papers'
import { correctionOf, type DecisionForm, emptyForm } from './view-model'

/** How a village's plaque stands and why; whoever enters official results does it here. @see 四(二) */
export default function PlaquePage() {
  const areaCode = usePageParams().area ?? ''
  const { role } = useViewer()
  const areas = useResource(areaCode || null, () => villagesApi.areas({ under: areaCode, level: 'village' }))
  const stored = useResource(areaCode || null, () => plaquesApi.read(areaCode))
  const [form, setForm] = useState<DecisionForm | null>(null)
  const [news, setNews] = useState<string | null>(null)
  const plaque = stored.data
  const mayDecide = role === 'county-assessor'
  const name = areas.data?.items[0]?.name ?? ''
  const take = (view: PlaqueView, told: string) => {
    stored.take(view)
    setForm(null)
    setNews(told)
  }
  // One at a time: what waits is confirmed or sent back first.
  const mayEnter = mayDecide && plaque !== null && plaque !== undefined && !plaque.waiting
  return (
    <Page title={copy.title}>
      <Heading level={1}>{name}</Heading>
      <Region role='status'>{news}</Region>
      {stored.loading && !plaque && <Skeleton rows={3} />}
      {stored.failure && !plaque && (
        <Failure
          told={stored.failure}
          onRetry={stored.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {plaque && (
        <View className='dfv-card'>
          <Heading level={2} className='dfv-lead dfv-plaque-state'>
            {plaque.label}
          </Heading>
          {plaque.since && plaque.state !== 'none' && (
            <View className='dfv-text'>{copy.since(showDate(plaque.since, today()))}</View>
          )}
          {plaque.sentences.map((sentence) => (
            <View key={sentence} className='dfv-text'>
              {sentence}
            </View>
          ))}
          {plaque.consequences.map((line) => (
            <View key={line} className='dfv-text'>
              {line}
            </View>
          ))}
          <View className='dfv-fine'>{copy.officialOnly}</View>
        </View>
      )}
      {plaque && <Drafts areaCode={areaCode} view={plaque} onSettled={take} />}
      {plaque && <Papers areaCode={areaCode} name={name} plaque={plaque} />}
      {mayEnter && (
        <Button look='primary' icon='add' onTap={() => setForm(emptyForm(today()))}>
          {copy.enter}
        </Button>
      )}
      {plaque && (
        <>
          <Heading level={2}>{copy.history}</Heading>
          {plaque.decisions.length === 0 && <View className='dfv-text'>{copy.noHistory}</View>}
          {plaque.decisions.map((decision) => (
            <Decision
              key={decision.id}
              decision={decision}
              onCorrect={
                mayEnter && !decision.corrected ? () => setForm(correctionOf(decision, today())) : undefined
              }
            />
          ))}
        </>
      )}
      {form && (
        <DecisionSheet
          areaCode={areaCode}
          form={form}
          onChange={setForm}
          onClose={() => setForm(null)}
          onEntered={(view) => take(view, copy.entered)}
        />
      )}
    </Page>
  )
}

function Decision({ decision, onCorrect }: { decision: PlaqueDecision; onCorrect?: () => void }) {
  return (
    <View className='dfv-card dfv-stack'>
      <View className='dfv-text'>{decision.line}</View>
      {decision.corrected && <View className='dfv-fine'>{copy.corrected}</View>}
      {onCorrect && (
        <Button small onTap={onCorrect}>
          {copy.correct}
        </Button>
      )}
    </View>
  )
}
