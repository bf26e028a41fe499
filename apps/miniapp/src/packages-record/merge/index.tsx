import type { RecordKind } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { type RecordWithRevisions, recordsApi } from '@/shared/api'
import { useColleagueNames, useKnownName } from '@/shared/colleagues'
import { merge as copy, roleNames } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { goBack, replaceWithForm, replaceWithReceipt, toSignIn } from '@/shared/navigation'
import { currentOutbox, entryKey, type OutboxEntry, useOutboxEntry } from '@/shared/outbox'
import { usePageParams } from '@/shared/pane'
import { hideInCapture, today } from '@/shared/platform'
import { kindOf, showValue } from '@/shared/records'
import { useResource } from '@/shared/resource'
import {
  BottomBar,
  Button,
  EmptyState,
  ErrorSummary,
  Failure,
  Field,
  fieldAnchor,
  focusOn,
  Heading,
  Options,
  Page,
  Skeleton,
} from '@/shared/ui'
import { lookupIn, useVillage } from '@/shared/village'
import {
  baseOf,
  type Choice,
  type Choices,
  isAlreadyThere,
  mergedDraft,
  otherParty,
  planMerge,
  theirsOf,
  undecided,
} from './view-model'

export default function MergePage() {
  useDidShow(() => hideInCapture(true))
  useDidHide(() => hideInCapture(false))
  const entry = useOutboxEntry(usePageParams().entry ?? '')
  const current = useResource(entry?.state === 'conflict' ? entry.key : null, () =>
    recordsApi.read(entry?.recordId ?? ''),
  )
  const kind = entry && kindOf(entry.kind)
  if (!entry || !kind || entry.state !== 'conflict') {
    return (
      <Page title={copy.title}>
        <EmptyState icon='conflict' text={copy.none}>
          <Button onTap={goBack}>{copy.back}</Button>
        </EmptyState>
      </Page>
    )
  }
  if (current.data) return <Merge entry={entry} kind={kind} current={current.data} />
  const { failure } = current
  return (
    <Page title={copy.title}>
      {current.loading && <Skeleton />}
      {failure && (
        <Failure
          told={failure.kind === 'absent' ? { ...failure, text: copy.notReadable } : failure}
          onRetry={current.reload}
          onSignIn={toSignIn}
          onHome={goBack}
        />
      )}
    </Page>
  )
}

type Props = { entry: OutboxEntry; kind: RecordKind; current: RecordWithRevisions }

function Merge({ entry, kind, current }: Props) {
  const nameOf = useColleagueNames()
  const knownName = useKnownName()
  const { village } = useVillage()
  const [choices, setChoices] = useState<Choices>({})
  const [asked, setAsked] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const theirs = theirsOf(current)
  const plan = planMerge(kind, baseOf(entry, current), entry.payload, theirs)
  const open = undecided(plan, choices)
  const other = otherParty(current)
  const otherName = other.name ?? knownName(other.accountId)
  const label = (field: string) => kind.fields[field]?.label ?? field
  const words = (field: string, value: unknown) => {
    const described = kind.fields[field]
    return (described && showValue(described, value, today(), nameOf, lookupIn(village))) || copy.empty
  }
  const drop = () => {
    currentOutbox().discard(entry.key)
    goBack()
  }
  const submit = () => {
    setAsked(true)
    if (open.length > 0) return
    const { draft, mustFill } = mergedDraft(kind, entry, current, plan, choices)
    try {
      const outbox = currentOutbox()
      outbox.saveDraft(draft)
      // The new revision holds what was chosen; only then may the old attempt go.
      outbox.discard(entry.key)
      const key = entryKey(draft.recordId, draft.revision)
      if (mustFill) return replaceWithForm({ kind: entry.kind, entry: key })
      outbox.enqueue(key)
      replaceWithReceipt(key)
    } catch (error) {
      setTold(tell(error))
    }
  }
  if (current.reviewState === 'voided' || isAlreadyThere(entry, plan, theirs)) {
    return (
      <Page title={copy.title}>
        <EmptyState icon='conflict' text={current.reviewState === 'voided' ? copy.voided : copy.identical}>
          <Button look='primary' onTap={drop}>
            {copy.dropMine}
          </Button>
          <Button onTap={goBack}>{copy.leave}</Button>
        </EmptyState>
      </Page>
    )
  }
  const faults = asked ? open.map(({ field }) => ({ field, text: copy.chooseFirst(label(field)) })) : []
  return (
    <Page
      title={copy.title}
      bottom={
        <BottomBar>
          <Button look='primary' onTap={submit}>
            {copy.submit}
          </Button>
          <Button onTap={goBack}>{copy.leave}</Button>
        </BottomBar>
      }
    >
      <Heading level={1}>
        {copy.leadWith([otherName, roleNames[other.role]].filter(Boolean).join(' '))}
      </Heading>
      {told && <Failure told={told} onRetry={submit} />}
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      {plan.automatic.length > 0 && (
        <View className='dfv-card'>
          <Heading level={2}>{copy.merged(plan.automatic.length)}</Heading>
          {plan.automatic.map((field) => (
            <View key={field} className='dfv-facts__row'>
              <View className='dfv-facts__name'>{label(field)}</View>
              <View className='dfv-facts__value'>{words(field, plan.merged[field])}</View>
            </View>
          ))}
        </View>
      )}
      {plan.conflicts.length > 0 && (
        <View className='dfv-card'>
          <Heading level={2}>{copy.choose(plan.conflicts.length)}</Heading>
          {plan.conflicts.map(({ field, mine, theirs: other }) => (
            <Field
              key={field}
              name={field}
              label={label(field)}
              group='radiogroup'
              error={faults.find((fault) => fault.field === field)?.text}
            >
              <Options
                options={[
                  { value: 'mine', label: copy.mine(words(field, mine)) },
                  { value: 'theirs', label: copy.theirs(words(field, other)) },
                  { value: 'neither', label: copy.neither },
                ]}
                chosen={[choices[field] ?? '']}
                onChange={([choice]) => setChoices({ ...choices, [field]: choice as Choice })}
              />
            </Field>
          ))}
        </View>
      )}
      <View className='dfv-fine'>{copy.kept}</View>
    </Page>
  )
}
