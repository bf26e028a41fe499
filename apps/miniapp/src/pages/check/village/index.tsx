import { noneFoundText } from '@dfv/rules'
import { View } from '@tarojs/components'
import { check as copy, toAwarenessText } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toAwareness, toGaps, toPlaque, toStandard, toVillageYear } from '@/shared/navigation'
import { useNetwork } from '@/shared/platform'
import { Button, Heading, Icon, Page, StateChip, Tap } from '@/shared/ui'
import { type Village, VillageGate } from '@/shared/village'
import { isWhole, measureRows, type StandardRow, standardRows, summaryOf } from './view-model'

/** 评分: each standard with its state and the figure behind it. */
export function VillageCheck() {
  return (
    <Page>
      <VillageGate frame={(content) => content}>{(village) => <Standards village={village} />}</VillageGate>
    </Page>
  )
}

function Standards({ village }: { village: Village }) {
  const online = useNetwork((state) => state.online)
  const { scorecard, asOf, ledger } = village
  const isPreview = !online || ledger.records.some(({ receivedAt }) => receivedAt === null)
  const measures = measureRows(village)
  return (
    <>
      <View className='dfv-fine'>{copy.head(scorecard.year, showDate(asOf, asOf))}</View>
      <View className='dfv-card'>
        <Heading level={1} className='dfv-lead'>
          {summaryOf(scorecard)}
        </Heading>
        <View className='dfv-text'>{scorecard.track === 'none-found' ? noneFoundText() : copy.gate}</View>
        {isPreview && <View className='dfv-fine'>{copy.preview}</View>}
      </View>
      <Rows rows={standardRows(village)} />
      {measures.length > 0 && <Heading level={2}>{copy.measures}</Heading>}
      {measures.length > 0 && <Rows rows={measures} />}
      <View className='dfv-stack'>
        <Button look={isWhole(scorecard) ? 'plain' : 'primary'} icon='due' onTap={toGaps}>
          {copy.gapTitle}
        </Button>
        <Button icon='flag' onTap={() => toPlaque(ledger.areaCode)}>
          {copy.plaque}
        </Button>
        <Button icon='calendar' onTap={() => toVillageYear(village.code)}>
          {copy.year}
        </Button>
        <Button icon='quiz' className='dfv-to-awareness' onTap={() => toAwareness(village.code)}>
          {toAwarenessText[village.code.length]}
        </Button>
      </View>
    </>
  )
}

function Rows({ rows }: { rows: readonly StandardRow[] }) {
  return (
    <View className='dfv-card dfv-card--flush'>
      {rows.map((row) => (
        <Tap key={row.id} className='dfv-row dfv-standard-row' onTap={() => toStandard(row.id)}>
          <View className='dfv-row__main'>
            <View className='dfv-row__title'>
              {row.number} {row.title}
            </View>
            <View className='dfv-row__note'>{row.figure}</View>
          </View>
          <View className='dfv-row__side'>
            <StateChip state={row.state} />
            <Icon name='chevron-right' />
          </View>
        </Tap>
      ))}
    </View>
  )
}
