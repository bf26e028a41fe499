import { View } from '@tarojs/components'
import { useState } from 'react'
import { type PolicyDraftHead, policiesApi } from '@/shared/api'
import { policies as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { SaveList } from '@/shared/lists'
import { toDictionaries, toPolicyDraft, toPolicyEdit, toSignIn, toTab } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import {
  BottomBar,
  Button,
  type ChipState,
  EmptyState,
  Failure,
  Field,
  Heading,
  Icon,
  Page,
  Skeleton,
  StateChip,
  Tap,
  TextInput,
} from '@/shared/ui'
import { foundValues } from './view-model'

const CHIPS: Record<PolicyDraftHead['state'], ChipState> = {
  draft: 'undetermined',
  released: 'met',
  withdrawn: 'notApplicable',
}

/** Every number by which the villages are judged, and what is to change. */
export default function PoliciesPage() {
  const { appointmentId } = useViewer()
  const book = useResource(appointmentId, policiesApi.book)
  const [typed, setTyped] = useState('')
  useReturn(book.reload)
  const { data } = book
  const found = data ? foundValues(data.values, typed) : []
  return (
    <Page
      title={copy.title}
      bottom={
        <BottomBar>
          <Button look='primary' icon='add' className='dfv-write-policy' onTap={() => toPolicyEdit()}>
            {copy.write}
          </Button>
          <Button className='dfv-to-words' onTap={toDictionaries}>
            {copy.words}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{copy.title}</Heading>
      <View className='dfv-text'>{copy.lead}</View>
      {book.loading && !data && <Skeleton rows={6} />}
      {book.failure && !data && (
        <Failure told={book.failure} onRetry={book.reload} onSignIn={toSignIn} onHome={() => toTab('me')} />
      )}
      {data && (
        <View className='dfv-columns'>
          <View className='dfv-columns__one'>
            <View className='dfv-fine'>{copy.version(data.version)}</View>
            <Heading level={2}>{copy.drafts}</Heading>
            {data.drafts.length === 0 && <View className='dfv-text'>{copy.noDrafts}</View>}
            {data.drafts.length > 0 && (
              <View className='dfv-card dfv-card--flush'>
                {data.drafts.map((draft) => (
                  <Tap
                    key={draft.id}
                    className='dfv-row dfv-policy-draft'
                    onTap={() => toPolicyDraft(draft.id)}
                  >
                    <View className='dfv-row__main'>
                      <View className='dfv-row__title'>
                        {draft.changes.map(({ meaning }) => meaning).join('、')}
                      </View>
                      <View className='dfv-row__note'>
                        {`${copy.from(showDate(draft.effectiveOn, today()))} · ${draft.author}`}
                      </View>
                    </View>
                    <View className='dfv-row__side'>
                      <StateChip state={CHIPS[draft.state]}>{copy.state[draft.state]}</StateChip>
                    </View>
                    <Icon name='chevron-right' />
                  </Tap>
                ))}
              </View>
            )}
            <SaveList list='policies' title={copy.title} />
          </View>
          <View className='dfv-columns__one'>
            <Heading level={2}>{copy.values}</Heading>
            <Field name='search' label={copy.search}>
              <TextInput value={typed} label={copy.search} maxLength={20} onChange={setTyped} />
            </Field>
            {found.length === 0 && <EmptyState icon='document' text={copy.none} />}
            {found.map((value) => (
              <View key={value.id} className='dfv-card dfv-policy-value'>
                <View className='dfv-row__title'>{value.meaning}</View>
                <View className='dfv-text'>{copy.now(value.text)}</View>
                {value.next.map(({ from, text }) => (
                  <View key={from} className='dfv-text'>
                    {copy.next(showDate(from, today()), text)}
                  </View>
                ))}
                <View className='dfv-fine'>{copy.clause(value.clause, value.sourceText)}</View>
              </View>
            ))}
          </View>
        </View>
      )}
    </Page>
  )
}
