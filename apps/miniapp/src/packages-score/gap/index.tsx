import type { Obligation } from '@dfv/rules'
import { View } from '@tarojs/components'
import { check as copy } from '@/shared/copy'
import { toRecordForm } from '@/shared/navigation'
import { useViewer } from '@/shared/session'
import { Heading, Page } from '@/shared/ui'
import { formTargetOf, type Village, VillageGate } from '@/shared/village'
import './index.scss'
import { StepCard } from './parts/step-card'
import { gapView } from './view-model'

export default function GapPage() {
  return (
    <Page title={copy.gapTitle}>
      <VillageGate frame={(content) => content}>{(village) => <Gaps village={village} />}</VillageGate>
    </Page>
  )
}

function Gaps({ village }: { village: Village }) {
  const { role } = useViewer()
  const { head, sentences, sections, remaining, note } = gapView(village, role)
  const record = (duty: Obligation) => {
    const target = formTargetOf(duty, village)
    if (target) toRecordForm(target)
  }
  return (
    <>
      <View className='dfv-card'>
        <Heading level={1} className='dfv-lead'>
          {head}
        </Heading>
        {sentences.map((sentence) => (
          <View key={sentence} className='dfv-text'>
            {sentence}
          </View>
        ))}
        {note !== '' && <View className='dfv-fine'>{note}</View>}
      </View>
      {sections.map(({ title, rows }) => (
        <View key={title}>
          <Heading level={2}>{title}</Heading>
          <View className='dfv-card dfv-card--flush'>
            {rows.map((row) => (
              <StepCard key={row.key} row={row} onRecord={record} />
            ))}
          </View>
        </View>
      ))}
      {remaining.length > 0 && (
        <View className='dfv-card'>
          <Heading level={2}>{copy.gapRemaining}</Heading>
          {remaining.map(({ title, sentences: why }) => (
            <View key={title} className='dfv-remaining'>
              <Heading level={3} className='dfv-step__title'>
                {title}
              </Heading>
              {why.map((sentence) => (
                <View key={sentence} className='dfv-text'>
                  {sentence}
                </View>
              ))}
            </View>
          ))}
        </View>
      )}
    </>
  )
}
