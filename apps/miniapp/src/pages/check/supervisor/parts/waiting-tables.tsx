import { View } from '@tarojs/components'
import { useState } from 'react'
import { importsApi, type WaitingTable } from '@/shared/api'
import { waitingTables as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { showInstant } from '@/shared/format'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { ReturnSheet } from '@/shared/review'
import { Button, Heading, Sheet } from '@/shared/ui'

type Props = { villageOf: (areaCode: string) => string; onNews: (news: string) => void; onDone: () => void }

/** Tables whose records wait: forty statuses of one roster are looked at together, or one by one below. */
export function WaitingTables({ villageOf, onNews, onDone }: Props) {
  const waiting = useResource('waiting-tables', () => importsApi.waiting())
  const [accepting, setAccepting] = useState<WaitingTable | null>(null)
  const [returning, setReturning] = useState<WaitingTable | null>(null)
  const decide = async (table: WaitingTable, decision: 'accept' | 'return', reason?: string) => {
    setAccepting(null)
    setReturning(null)
    try {
      const { settled, left } = await importsApi.review(table.id, decision, reason)
      onNews(decision === 'accept' ? copy.accepted(settled, left) : copy.returned(settled, left))
    } catch (error) {
      onNews(tell(error).text)
    }
    waiting.reload()
    onDone()
  }
  return (
    <>
      {waiting.data?.items.map((table) => (
        <View key={table.id} className='dfv-card dfv-stack dfv-waiting-table'>
          <Heading level={2}>{copy.head(table.uploadedBy, table.title)}</Heading>
          <View className='dfv-text'>{villageOf(table.areaCode)}</View>
          <View className='dfv-fine'>
            {[copy.waiting(table.waiting, table.rows), showInstant(table.confirmedAt, today())].join(' · ')}
          </View>
          {table.own ? (
            <View className='dfv-text'>{copy.own}</View>
          ) : (
            <View className='dfv-row-wrap'>
              <Button
                look='primary'
                small
                className='dfv-accept-table'
                label={`${copy.accept} ${table.title}`}
                onTap={() => setAccepting(table)}
              >
                {copy.accept}
              </Button>
              <Button small label={`${copy.back} ${table.title}`} onTap={() => setReturning(table)}>
                {copy.back}
              </Button>
            </View>
          )}
        </View>
      ))}
      <Sheet open={accepting !== null} title={accepting?.title ?? ''} onClose={() => setAccepting(null)}>
        <View className='dfv-text'>{copy.effect}</View>
        <Button
          look='primary'
          className='dfv-accept-table-sure'
          onTap={() => accepting && decide(accepting, 'accept')}
        >
          {copy.sure(accepting?.waiting ?? 0)}
        </Button>
      </Sheet>
      <ReturnSheet
        key={returning?.id}
        open={returning !== null}
        onClose={() => setReturning(null)}
        onReturn={(reason) => returning && decide(returning, 'return', reason)}
      />
    </>
  )
}
