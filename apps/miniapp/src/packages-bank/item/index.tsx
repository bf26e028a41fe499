import { View } from '@tarojs/components'
import { useState } from 'react'
import { quizBankApi } from '@/shared/api'
import { quizBank as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { toQuestionForm, toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, Failure, Heading, Icon, Page, Region, Skeleton, StateChip, Tap } from '@/shared/ui'
import { questionDrafts } from '../edit/stored-drafts'
import { CHIPS, drawnLine } from '../list/view-model'
import { ReasonSheet } from './parts/reason-sheet'
import { Words } from './parts/words'
import { historyLines } from './view-model'

type Asked = 'return' | 'retire'

/** One question: its words, whether it is asked, and what a second person decides. */
export default function QuestionPage() {
  const { id } = usePageParams()
  const { accountId } = useViewer()
  const found = useResource(id ?? null, () => quizBankApi.item(id ?? ''))
  const [asking, setAsking] = useState<Asked | null>(null)
  const [news, setNews] = useState('')
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const [showOlder, setShowOlder] = useState(false)
  useReturn(found.reload)
  const page = found.data
  const [newest, ...older] = page?.versions ?? []
  if (!page || !newest) {
    return (
      <Page title={copy.title}>
        {found.failure ? (
          <Failure
            told={found.failure}
            onRetry={found.reload}
            onSignIn={toSignIn}
            onHome={() => toTab('home')}
          />
        ) : (
          <Skeleton rows={5} />
        )}
      </Page>
    )
  }
  const { version } = newest
  const decide = async (what: 'accept' | Asked, reason?: string) => {
    if (busy) return
    setBusy(true)
    setAsking(null)
    setNews('')
    setFault('')
    try {
      found.take(
        what === 'retire'
          ? await quizBankApi.retire(page.id, version, reason ?? '')
          : await quizBankApi.review(page.id, version, what, reason),
      )
      setNews(copy.done[what])
    } catch (error) {
      const told = tell(error)
      setFault(told.kind === 'offline' ? copy.offline : told.text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page title={copy.title}>
      <Region role='status' className='dfv-news'>
        {news}
      </Region>
      {fault !== '' && (
        <Region role='alert' className='dfv-errors'>
          {fault}
        </Region>
      )}
      <View className='dfv-columns'>
        <View className='dfv-columns__one'>
          <View className='dfv-card dfv-stack dfv-question'>
            <View className='dfv-page__head'>
              <View className='dfv-fine'>{`${copy.itemNo(page.id)} ${copy.version(version)}`}</View>
              <StateChip state={CHIPS[page.state]}>{copy.states[page.state]}</StateChip>
            </View>
            <Words version={newest} level={1} />
          </View>
        </View>
        <View className='dfv-columns__one'>
          <View className='dfv-card dfv-stack'>
            <View className='dfv-row__title'>{drawnLine(page.state, version, page.drawnVersion)}</View>
            {historyLines(newest, today()).map((line) => (
              <View key={line} className='dfv-text'>
                {line}
              </View>
            ))}
            {page.state === 'awaiting' && page.own && <View className='dfv-fine'>{copy.own}</View>}
            {page.mayReview && (
              <>
                <Button
                  look='primary'
                  className='dfv-question-accept'
                  onTap={() => decide('accept')}
                  disabled={busy}
                >
                  {copy.accept}
                </Button>
                <View className='dfv-fine'>{copy.acceptNote}</View>
                <Button className='dfv-question-return' onTap={() => setAsking('return')} disabled={busy}>
                  {copy.giveBack}
                </Button>
              </>
            )}
            <Button icon='edit' className='dfv-question-edit' onTap={() => toQuestionForm(page.id)}>
              {questionDrafts.has(accountId, page.id)
                ? copy.goOnEdit
                : page.state === 'returned'
                  ? copy.editAgain
                  : copy.edit}
            </Button>
            {page.state !== 'retired' && (
              <Button
                look='grave'
                className='dfv-question-retire'
                onTap={() => setAsking('retire')}
                disabled={busy}
              >
                {copy.retire}
              </Button>
            )}
          </View>
          {older.length > 0 && (
            <Tap className='dfv-link' expanded={showOlder} onTap={() => setShowOlder(!showOlder)}>
              {copy.older(older.length)}
              <Icon name={showOlder ? 'chevron-up' : 'chevron-down'} small />
            </Tap>
          )}
          {showOlder &&
            older.map((one) => (
              <View key={one.version} className='dfv-card dfv-stack dfv-older-version'>
                <View className='dfv-page__head'>
                  <Heading level={2}>{copy.version(one.version)}</Heading>
                  <StateChip state={CHIPS[one.state]}>{copy.states[one.state]}</StateChip>
                </View>
                {historyLines(one, today()).map((line) => (
                  <View key={line} className='dfv-fine'>
                    {line}
                  </View>
                ))}
                <Words version={one} level={3} />
              </View>
            ))}
        </View>
      </View>
      {asking && (
        <ReasonSheet
          title={asking === 'return' ? copy.giveBackTitle : copy.retireTitle}
          note={asking === 'retire' ? copy.retireNote : undefined}
          label={asking === 'return' ? copy.giveBackReason : copy.retireReason}
          action={asking === 'return' ? copy.giveBack : copy.retire}
          onClose={() => setAsking(null)}
          onReason={(reason) => decide(asking, reason)}
        />
      )}
    </Page>
  )
}
