import { RECORD_KINDS } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { type OwnVenue, ownVenueApi, recordsApi } from '@/shared/api'
import { common, ownVenue as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { showDate } from '@/shared/format'
import { goBack, toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { newId, serverInstant, today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import {
  BottomBar,
  Button,
  DateInput,
  EmptyState,
  Failure,
  Field,
  fieldAnchor,
  focusOn,
  Heading,
  Page,
  Receipt,
  Skeleton,
  TextArea,
} from '@/shared/ui'

/** What was done about a problem. It counts once somebody of the town has looked. @see 四(一)2 */
export default function FixPage() {
  const { problem: problemId = '' } = usePageParams()
  const own = useResource(problemId, ownVenueApi.read)
  const problem = own.data?.problems.find(({ id }) => id === problemId)
  if (own.data && problem) return <Report venue={own.data} problem={problem} />
  return (
    <Page title={copy.fixTitle}>
      {!own.data && !own.failure && <Skeleton />}
      {own.failure && <Failure told={own.failure} onRetry={own.reload} onSignIn={toSignIn} />}
      {own.data && (
        <EmptyState text={copy.fixGone}>
          <Button onTap={() => toTab('home')}>{common.toHome}</Button>
        </EmptyState>
      )}
    </Page>
  )
}

function Report({ venue, problem }: { venue: OwnVenue; problem: OwnVenue['problems'][number] }) {
  const [fixedOn, setFixedOn] = useState(today())
  const [how, setHow] = useState('')
  const [missing, setMissing] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState(false)
  // One id for one report: pressed again after a lost answer, it is still one.
  const id = useRef<Promise<string> | null>(null)
  const submit = async () => {
    const isMissing = how.trim().length < 2
    setMissing(isMissing)
    setTold(null)
    if (isMissing) focusOn(fieldAnchor('how'))
    if (isMissing || busy) return
    setBusy(true)
    id.current ??= newId()
    try {
      await recordsApi.put(await id.current, {
        kind: 'rectification',
        schemaVersion: RECORD_KINDS.rectification.version,
        areaCode: venue.areaCode,
        subjectId: venue.id,
        revision: 1,
        occurredOn: fixedOn,
        payload: { fixedOn, problem: problem.id, how: how.trim() },
        deviceTime: serverInstant(),
      })
      setSent(true)
    } catch (error) {
      const answer = tell(error)
      setTold(answer.kind === 'offline' ? { ...answer, text: copy.offline } : answer)
    } finally {
      setBusy(false)
    }
  }
  if (sent) {
    return (
      <Page
        title={copy.fixTitle}
        bottom={
          <BottomBar>
            <Button look='primary' onTap={goBack}>
              {common.done}
            </Button>
          </BottomBar>
        }
      >
        <Receipt arrived title={copy.fixSent} lines={[problem.text, copy.fixSentNote]} />
      </Page>
    )
  }
  return (
    <Page
      title={copy.fixTitle}
      offline={null}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-fix' onTap={submit} disabled={busy}>
            {busy ? common.submitting : copy.fixDo}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{problem.text}</Heading>
      <View className='dfv-text'>
        {[
          copy.fixNote(showDate(problem.foundOn, today())),
          copy.fixBy(showDate(problem.fixBy, today())),
        ].join(common.separator)}
      </View>
      {told && <Failure told={told} onRetry={submit} onSignIn={toSignIn} />}
      <View className='dfv-card'>
        <Field name='fixedOn' label={copy.fixedOn}>
          <DateInput
            id={`${fieldAnchor('fixedOn')}-input`}
            value={fixedOn}
            label={copy.fixedOn}
            shown={showDate(fixedOn, today())}
            min={problem.foundOn}
            max={today()}
            onChange={setFixedOn}
          />
        </Field>
        <Field name='how' label={copy.how} help={copy.howHelp} error={missing ? copy.howMissing : undefined}>
          <TextArea
            id={`${fieldAnchor('how')}-input`}
            value={how}
            label={copy.how}
            maxLength={200}
            wrong={missing}
            onChange={(text) => {
              setHow(text)
              setMissing(false)
            }}
          />
        </Field>
      </View>
    </Page>
  )
}
