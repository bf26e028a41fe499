import { partTitle } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { common, check as copy } from '@/shared/copy'
import { toRecord } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { Button, EmptyState, Heading, Icon, Page, Tap } from '@/shared/ui'
import { type Village, VillageGate } from '@/shared/village'
import { evidenceRows, PAGE_SIZE, partOf } from './view-model'

export default function EvidencePage() {
  const part = usePageParams().part ?? ''
  return (
    <Page title={copy.evidenceTitle}>
      <VillageGate frame={(content) => content}>
        {(village) => <Evidence village={village} part={part} />}
      </VillageGate>
    </Page>
  )
}

function Evidence({ village, part }: { village: Village; part: string }) {
  const [shown, setShown] = useState(PAGE_SIZE)
  const outcome = partOf(village.scorecard, part)
  const rows = evidenceRows(village, part)
  if (!outcome || rows.length === 0) return <EmptyState icon='document' text={copy.evidenceEmpty} />
  return (
    <>
      <Heading level={1}>{partTitle(outcome.id)}</Heading>
      <View className='dfv-fine'>{common.countOf(Math.min(shown, rows.length), rows.length)}</View>
      <View className='dfv-card dfv-card--flush'>
        {rows.slice(0, shown).map((row) => (
          <Tap key={row.id} className='dfv-row dfv-evidence-row' onTap={() => toRecord(row.id)}>
            <Icon name={row.icon} />
            <View className='dfv-row__main'>
              <View className='dfv-row__title'>{row.title}</View>
              <View className='dfv-row__note'>{row.note}</View>
            </View>
            <Icon name='chevron-right' />
          </Tap>
        ))}
      </View>
      {shown < rows.length && (
        <Button onTap={() => setShown(shown + PAGE_SIZE)}>
          {common.showMore(Math.min(PAGE_SIZE, rows.length - shown))}
        </Button>
      )}
    </>
  )
}
