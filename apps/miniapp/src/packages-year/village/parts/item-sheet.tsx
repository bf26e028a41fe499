import { View } from '@tarojs/components'
import type { ItemChange, VillageYear, YearItem } from '@/shared/api'
import { year as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toRecord, toRecordForm } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useViewer } from '@/shared/session'
import { Button, Facts, Heading, Icon, Sheet, Tap } from '@/shared/ui'
import { scoreText } from '../../points'
import { EFFECT } from '../view-model'
import { ChangeForm } from './change-form'
import { ClaimForm } from './claim-form'

/** As many as one looks through; the ledger has all of them. */
const SHOWN = 20

type Props = {
  view: VillageYear
  item: YearItem
  change: ItemChange | null
  onChange: (change: ItemChange | null) => void
  onKept: (view: VillageYear) => void
  onClose: () => void
}

/** One item: its sum, its clause, the records behind it, what the village claims, what the town changes. */
export function ItemSheet({ view, item, change, onChange, onKept, onClose }: Props) {
  const { role } = useViewer()
  const { can } = view
  const readsRecords = role !== 'county-assessor' && role !== 'county-office'
  const facts = [
    { name: copy.how, value: item.how },
    ...(item.sum === '' ? [] : [{ name: copy.sum, value: item.sum }]),
    { name: copy.clause, value: `${item.clause.quote}　${item.clause.ref}` },
  ]
  const mayChange = (can.includes('review') || can.includes('correct')) && item.id !== EFFECT
  return (
    <Sheet open title={item.title} onClose={onClose}>
      <View className='dfv-stack'>
        <View className='dfv-text'>{copy.systemPoints(scoreText(item.points), scoreText(item.weight))}</View>
        <Facts facts={facts} />
        <Heading level={3}>{copy.records(item.records.length)}</Heading>
        {item.records.length === 0 && <View className='dfv-text'>{copy.noRecords}</View>}
        <View>
          {item.records.slice(0, SHOWN).map(({ id, label, on }) => (
            <Record key={id} label={label} on={on} onOpen={readsRecords ? () => toRecord(id) : undefined} />
          ))}
        </View>
        {item.records.length > SHOWN && (
          <View className='dfv-fine'>{copy.moreRecords(item.records.length - SHOWN)}</View>
        )}
        {item.id === EFFECT && <View className='dfv-text'>{copy.effectNote}</View>}
        {item.id === EFFECT && can.includes('review') && (
          <Button onTap={() => toRecordForm({ kind: 'human-judgement', areaCode: view.areaCode })}>
            {copy.judgeEffect}
          </Button>
        )}
        {item.id !== EFFECT && (
          <ClaimForm view={view} item={item} onKept={onKept} isOpen={can.includes('claim')} />
        )}
        {mayChange && (
          <ChangeForm
            isCorrection={can.includes('correct')}
            item={item}
            change={change}
            onChange={onChange}
            onDone={onClose}
          />
        )}
      </View>
    </Sheet>
  )
}

function Record({ label, on, onOpen }: { label: string; on: string; onOpen?: () => void }) {
  const line = (
    <View className='dfv-row__main'>
      <View className='dfv-row__title'>{label}</View>
      <View className='dfv-row__note'>{showDate(on, today())}</View>
    </View>
  )
  if (!onOpen) return <View className='dfv-row'>{line}</View>
  return (
    <Tap className='dfv-row dfv-year-record' onTap={onOpen}>
      {line}
      <Icon name='chevron-right' />
    </Tap>
  )
}
