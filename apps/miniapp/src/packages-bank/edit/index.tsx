import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { ApiError, quizBankApi } from '@/shared/api'
import { common, quizBank as copy } from '@/shared/copy'
import { useKeeping } from '@/shared/drafts'
import { tell } from '@/shared/errors'
import { goBack, replaceByQuestion, toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import {
  BottomBar,
  Button,
  ErrorSummary,
  Failure,
  fieldAnchor,
  focusOn,
  Heading,
  Page,
  Region,
  Skeleton,
  Strip,
  type SummaryLine,
} from '@/shared/ui'
import { Fields } from './parts/fields'
import { questionDrafts } from './stored-drafts'
import { checkQuestion, EMPTY, formOf, type QuestionForm, questionOf } from './view-model'

/**
 * Writes a question, or its next version. Nothing is asked of anybody until a second person has read it. What is half written
 * stays on this phone, and is there again when the page is opened.
 */
export default function QuestionFormPage() {
  const { id } = usePageParams()
  const { accountId } = useViewer()
  // Another account has drafts of its own.
  return <QuestionEditor key={accountId ?? ''} id={id} accountId={accountId} />
}

type Props = { id: string | undefined; accountId: string | null }

function QuestionEditor({ id, accountId }: Props) {
  const found = useResource(id ?? null, () => quizBankApi.item(id ?? ''))
  const [draft, setDraft] = useState(() => questionDrafts.read(accountId, id))
  const [form, setForm] = useState<QuestionForm | null>(id ? null : (draft?.form ?? EMPTY))
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [told, setTold] = useState('')
  const [busy, setBusy] = useState(false)
  const newest = found.data?.versions[0]
  useEffect(() => {
    if (newest) setForm((now) => now ?? draft?.form ?? formOf(newest.item))
  }, [newest, draft])
  const touched = useKeeping(form, () => {
    if (!form || accountId === null) return
    try {
      questionDrafts.write(accountId, id, { form, version: newest?.version ?? null })
    } catch (error) {
      setTold(tell(error).text)
    }
  })
  const drop = () => {
    touched.current = false
    if (accountId !== null) questionDrafts.drop(accountId, id)
    setDraft(null)
  }
  const restart = () => {
    drop()
    setForm(newest ? formOf(newest.item) : EMPTY)
    setFaults([])
    setTold('')
  }
  const title = id ? copy.formEdit : copy.formNew
  if (!form) {
    return (
      <Page title={title}>
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
  const submit = async () => {
    const item = questionOf(form)
    setFaults(checkQuestion(form))
    setTold('')
    if (!item || busy) return
    setBusy(true)
    try {
      if (id && newest) {
        await quizBankApi.change(id, newest.version, item)
        drop()
        goBack()
      } else {
        const created = await quizBankApi.create(item)
        drop()
        replaceByQuestion(created.id)
      }
    } catch (error) {
      // A fault of `item.options.1` stands at the options.
      const lines = error instanceof ApiError ? (error.problem.errors ?? []) : []
      setFaults(lines.map(({ path, text }) => ({ field: String(path).split('.')[1] ?? '', text })))
      const answer = tell(error)
      if (lines.length === 0) setTold(answer.kind === 'offline' ? copy.offline : answer.text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page
      title={title}
      strip={
        draft && (
          <Strip
            icon='draft'
            action={
              <Button small className='dfv-question-restart' onTap={restart}>
                {copy.restart}
              </Button>
            }
          >
            {draft.version === (newest?.version ?? null)
              ? copy.resumed
              : copy.resumedBehind(newest?.version ?? 1)}
          </Strip>
        )
      }
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-question-submit' onTap={submit} disabled={busy}>
            {busy ? common.submitting : copy.submit}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{title}</Heading>
      <View className='dfv-text'>{copy.formNote}</View>
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      {told !== '' && (
        <Region role='alert' className='dfv-errors'>
          {told}
        </Region>
      )}
      <Fields
        form={form}
        faults={faults}
        onChange={(given) => {
          touched.current = true
          setForm({ ...form, ...given })
        }}
      />
    </Page>
  )
}
