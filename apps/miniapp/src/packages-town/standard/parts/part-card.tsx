import { View } from '@tarojs/components'
import { useState } from 'react'
import { common, villageStandard as copy } from '@/shared/copy'
import { toRecord } from '@/shared/navigation'
import { Button, Heading, Icon, KeepCodes, StateChip, Tap } from '@/shared/ui'
import type { PartView } from '../view-model'

const FIRST = 5
type Props = { part: PartView; deciding: number; mayOpen: boolean }

/** Verdict, the notice's own words, the figure, what is missing, and the records behind it. */
export function PartCard({ part, deciding, mayOpen }: Props) {
  const [showHow, setShowHow] = useState(false)
  const [missing, setMissing] = useState(FIRST)
  const [records, setRecords] = useState(FIRST)
  return (
    <View className='dfv-card'>
      <View className='dfv-page__head'>
        <Heading level={2}>{part.title}</Heading>
        <StateChip state={part.state} />
      </View>
      <View className='dfv-text'>{part.figure}</View>
      {part.next && <View className='dfv-text'>{part.next}</View>}
      <View className='dfv-quote'>{`“${part.clause.quote}” ${part.clause.ref}`}</View>
      <Tap className='dfv-link' expanded={showHow} onTap={() => setShowHow(!showHow)}>
        {copy.how}
        <Icon name={showHow ? 'chevron-up' : 'chevron-down'} small />
      </Tap>
      {showHow && part.how.map((line) => <View key={line}>{line}</View>)}
      {part.missing.length > 0 && <Heading level={3}>{copy.missing(part.missing.length)}</Heading>}
      {part.missing.slice(0, missing).map((line) => (
        <View key={line} className='dfv-text'>
          <KeepCodes text={line} />
        </View>
      ))}
      {part.missing.length > missing && (
        <Button small onTap={() => setMissing(part.missing.length)}>
          {copy.missingMore(part.missing.length - missing)}
        </Button>
      )}
      <Heading level={3}>
        {deciding === 0 ? copy.noRecords : mayOpen ? copy.records(deciding) : copy.recordsHidden(deciding)}
      </Heading>
      {part.records.slice(0, records).map((line) => (
        <Tap
          key={line.id}
          role='link'
          className='dfv-row dfv-deciding'
          onTap={() => toRecord(line.id, line.about)}
        >
          <View className='dfv-row__main'>
            <KeepCodes text={line.title} />
          </View>
          <Icon name='chevron-right' />
        </Tap>
      ))}
      {part.records.length > records && (
        <Button small onTap={() => setRecords(records + 20)}>
          {common.showMore(Math.min(20, part.records.length - records))}
        </Button>
      )}
    </View>
  )
}
