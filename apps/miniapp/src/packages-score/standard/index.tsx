import { common, check as copy } from '@/shared/copy'
import { toEvidence, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { Button, EmptyState, Page } from '@/shared/ui'
import { VillageGate } from '@/shared/village'
import { StandardView } from './parts/standard-view'
import { standardDetail } from './view-model'

export default function StandardPage() {
  const id = usePageParams().id ?? ''
  return (
    <Page title={copy.standardTitle}>
      <VillageGate frame={(content) => content}>
        {(village) => {
          const detail = standardDetail(village.scorecard, id, village.wording)
          if (detail) return <StandardView detail={detail} onEvidence={toEvidence} />
          return (
            <EmptyState text={copy.unknown}>
              <Button onTap={() => toTab('check')}>{common.back}</Button>
            </EmptyState>
          )
        }}
      </VillageGate>
    </Page>
  )
}
