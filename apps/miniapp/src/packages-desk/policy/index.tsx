import { View } from '@tarojs/components'
import { useState } from 'react'
import { type PolicyDraft, policiesApi } from '@/shared/api'
import { policyDraft as copy, policies } from '@/shared/copy'
import { showDate, showInstant } from '@/shared/format'
import { toPolicyEdit, toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { Button, Failure, Field, Heading, Page, Region, Sheet, Skeleton, TextInput } from '@/shared/ui'
import { useSaving } from '../use-saving'
import { Trial } from './trial'

/** A draft or a release: what it changes, what it would do to the villages, and who did what with it. */
export default function PolicyDraftPage() {
  const { id = '' } = usePageParams()
  const found = useResource(id || null, () => policiesApi.draft(id))
  const [asking, setAsking] = useState<'release' | 'withdraw' | null>(null)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const saving = useSaving('')
  useReturn(found.reload)
  const draft = found.data
  const act = async (work: (version: number) => Promise<PolicyDraft>) => {
    if (!draft) return
    setAsking(null)
    await saving.run(async () => found.take(await work(draft.version)))
  }
  const withdraw = () => {
    const isMissing = reason.trim().length < 2
    setMissing(isMissing)
    if (!isMissing) void act((version) => policiesApi.withdraw(id, version, reason.trim()))
  }
  if (!draft) {
    return (
      <Page title={copy.title}>
        {found.failure ? (
          <Failure
            told={found.failure}
            onRetry={found.reload}
            onSignIn={toSignIn}
            onHome={() => toTab('me')}
          />
        ) : (
          <Skeleton rows={5} />
        )}
      </Page>
    )
  }
  const { may } = draft
  const when = (instant: string | null) => (instant === null ? '' : showInstant(instant, today()))
  return (
    <Page title={copy.title}>
      <Heading
        level={1}
      >{`${policies.state[draft.state]} · ${policies.from(showDate(draft.effectiveOn, today()))}`}</Heading>
      <Region role='alert'>{saving.news}</Region>
      <View className='dfv-card'>
        <View className='dfv-text'>{draft.basis}</View>
        <View className='dfv-fine'>{copy.author(draft.author, when(draft.savedAt))}</View>
        {draft.releasedBy && (
          <View className='dfv-fine'>{copy.released(draft.releasedBy, when(draft.releasedAt))}</View>
        )}
        {draft.withdrawnBy && (
          <View className='dfv-fine'>
            {copy.withdrawn(draft.withdrawnBy, when(draft.withdrawnAt), draft.withdrawnBecause ?? '')}
          </View>
        )}
      </View>
      {draft.changes.map((change) => (
        <View key={change.id} className='dfv-card dfv-policy-change'>
          <Heading level={2}>{change.meaning}</Heading>
          <View className='dfv-text'>{copy.before(change.before)}</View>
          <View className='dfv-text'>{copy.after(change.after)}</View>
          <View className='dfv-fine'>{change.clause}</View>
        </View>
      ))}
      <Trial draft={draft} onAgain={found.reload} />
      <View className='dfv-card dfv-stack'>
        {draft.state === 'draft' && may.includes('edit') && <View className='dfv-text'>{copy.own}</View>}
        {may.includes('release') && (
          <Button
            look='primary'
            className='dfv-policy-release'
            disabled={saving.busy || draft.trial?.state !== 'done'}
            onTap={() => setAsking('release')}
          >
            {copy.release}
          </Button>
        )}
        {may.includes('edit') && (
          <Button className='dfv-policy-edit' onTap={() => toPolicyEdit(id)}>
            {copy.edit}
          </Button>
        )}
        {may.includes('withdraw') && (
          <Button className='dfv-policy-withdraw' disabled={saving.busy} onTap={() => setAsking('withdraw')}>
            {copy.withdraw}
          </Button>
        )}
      </View>
      <Sheet open={asking === 'release'} title={copy.release} onClose={() => setAsking(null)}>
        <View className='dfv-text'>{copy.releaseAsk(showDate(draft.effectiveOn, today()))}</View>
        <Button look='primary' onTap={() => act((version) => policiesApi.release(id, version))}>
          {copy.releaseSure}
        </Button>
      </Sheet>
      <Sheet open={asking === 'withdraw'} title={copy.withdraw} onClose={() => setAsking(null)}>
        <Field name='reason' label={copy.reason} error={missing ? copy.reasonMissing : undefined}>
          <TextInput
            value={reason}
            label={copy.reason}
            maxLength={200}
            wrong={missing}
            onChange={setReason}
          />
        </Field>
        <Button look='primary' onTap={withdraw}>
          {copy.withdrawSure}
        </Button>
      </Sheet>
    </Page>
  )
}
