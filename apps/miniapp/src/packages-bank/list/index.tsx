import { View } from '@tarojs/components'
import { useState } from 'react'
import { type BankFilter, type BankHead, quizBankApi } from '@/shared/api'
import { common, quizBank as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { toQuestion, toQuestionForm, toQuestionTable, toSignIn, toTab } from '@/shared/navigation'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import {
  BottomBar,
  Button,
  EmptyState,
  Failure,
  Heading,
  Icon,
  Page,
  Region,
  Skeleton,
  StateChip,
  Tap,
} from '@/shared/ui'
import { questionDrafts } from '../edit/stored-drafts'
import { Filters } from './parts/filters'
import { bankRow, CHIPS, countLine } from './view-model'

/** The county's questions: what is asked, and what waits for a second person. */
export default function QuestionBankPage() {
  const { accountId, appointmentId } = useViewer()
  const [filter, setFilter] = useState<BankFilter>({})
  const key = JSON.stringify(filter)
  const list = useResource(appointmentId && `${appointmentId}:${key}`, () => quizBankApi.list(filter, 1))
  const [later, setLater] = useState<{ of: unknown; items: BankHead[]; page: number } | null>(null)
  const [told, setTold] = useState<string | null>(null)
  useReturn(list.reload)
  // What was read on belongs to the answer it went on from.
  const more = later?.of === list.data ? later : null
  const items = [...(list.data?.items ?? []), ...(more?.items ?? [])]
  const readOn = async () => {
    setTold(null)
    try {
      const page = (more?.page ?? 1) + 1
      const next = await quizBankApi.list(filter, page)
      setLater({ of: list.data, items: [...(more?.items ?? []), ...next.items], page })
    } catch (error) {
      setTold(tell(error).text)
    }
  }
  return (
    <Page
      title={copy.title}
      bottom={
        <BottomBar>
          <Button look='primary' icon='add' className='dfv-write-question' onTap={() => toQuestionForm()}>
            {questionDrafts.has(accountId) ? copy.goOn : copy.write}
          </Button>
          <Button className='dfv-question-table' onTap={toQuestionTable}>
            {copy.table}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{copy.title}</Heading>
      <View className='dfv-text'>{copy.lead}</View>
      <View className='dfv-columns'>
        <View className='dfv-columns__one'>
          <Filters filter={filter} onChange={setFilter} />
        </View>
        <View className='dfv-columns__one'>
          <Region role='status' className='dfv-text dfv-bank-count'>
            {list.data ? countLine(list.data) : ''}
          </Region>
          {list.loading && !list.data && <Skeleton rows={5} />}
          {list.failure && !list.data && (
            <Failure
              told={list.failure}
              onRetry={list.reload}
              onSignIn={toSignIn}
              onHome={() => toTab('home')}
            />
          )}
          {list.data && items.length === 0 && <EmptyState icon='quiz' text={copy.empty} />}
          {items.length > 0 && (
            <View className='dfv-card dfv-card--flush'>
              {items.map(bankRow).map((row) => (
                <Tap key={row.id} className='dfv-row dfv-question-row' onTap={() => toQuestion(row.id)}>
                  <View className='dfv-row__main'>
                    <View className='dfv-row__title'>{row.stem}</View>
                    <View className='dfv-row__note'>{row.note}</View>
                  </View>
                  <View className='dfv-row__side'>
                    <StateChip state={CHIPS[row.state]}>{row.word}</StateChip>
                  </View>
                  <Icon name='chevron-right' />
                </Tap>
              ))}
            </View>
          )}
          {told && <Region role='alert'>{told}</Region>}
          {list.data && items.length < list.data.total && <Button onTap={readOn}>{common.more}</Button>}
        </View>
      </View>
    </Page>
  )
}
