import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Survey, surveysApi } from '@/shared/api'
import { common, sampling as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { showDate } from '@/shared/format'
import { toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import {
  Button,
  EmptyState,
  Failure,
  Field,
  fieldAnchor,
  Heading,
  Link,
  Page,
  Region,
  Sheet,
  Skeleton,
  TextInput,
} from '@/shared/ui'
import { mayEnterSurveys } from '../rights'
import { EnterForm } from './parts/enter-form'
import { surveyWho } from './view-model'

/** What somebody outside the programme found, each with its document. */
export default function SurveysPage() {
  const params = usePageParams()
  const { role, villageCode } = useViewer()
  const areaCode = params.area ?? villageCode ?? ''
  const surveys = useResource(areaCode || null, () => surveysApi.list(areaCode))
  const [withdrawing, setWithdrawing] = useState<Survey | null>(null)
  const [news, setNews] = useState('')
  const mayEnter = mayEnterSurveys(role)
  const items = surveys.data?.items ?? []
  const changed = (text: string) => {
    setNews(text)
    setWithdrawing(null)
    surveys.reload()
  }
  return (
    <Page title={copy.surveysTitle}>
      <Heading level={1}>{copy.surveysTitle}</Heading>
      <View className='dfv-text'>{copy.surveysLead}</View>
      <Region role='status' className='dfv-news'>
        {news}
      </Region>
      {surveys.loading && !surveys.data && <Skeleton rows={2} />}
      {surveys.failure && !surveys.data && (
        <Failure
          told={surveys.failure}
          onRetry={surveys.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {surveys.data && items.length === 0 && <EmptyState icon='roster' text={copy.surveysNone} />}
      {items.map((survey) => (
        <View key={survey.id} className='dfv-card dfv-stack dfv-survey'>
          <View className='dfv-row__title'>{copy.survey(survey.issuer, survey.documentNo)}</View>
          <View className='dfv-text'>
            {copy.surveySum(
              surveyWho(survey.audience),
              survey.valid,
              survey.aware,
              showDate(survey.surveyedOn, today()),
            )}
          </View>
          <View className='dfv-fine'>{copy.kept(survey.keptAt)}</View>
          {survey.withdrawnReason !== null && (
            <View className='dfv-text'>{copy.withdrawn(survey.withdrawnReason)}</View>
          )}
          {mayEnter && survey.withdrawnReason === null && (
            <Link onTap={() => setWithdrawing(survey)}>{copy.withdraw}</Link>
          )}
        </View>
      ))}
      {mayEnter && <EnterForm areaCode={areaCode} onEntered={() => changed(copy.entered)} />}
      <WithdrawSheet
        survey={withdrawing}
        onClose={() => setWithdrawing(null)}
        onDone={() => changed(copy.noted)}
      />
    </Page>
  )
}

type SheetProps = { survey: Survey | null; onClose: () => void; onDone: () => void }

function WithdrawSheet({ survey, onClose, onDone }: SheetProps) {
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState('')
  const [told, setTold] = useState<Told | null>(null)
  if (!survey) return null
  const submit = async () => {
    if (reason.trim().length < 2) return setFault(copy.reasonMissing)
    try {
      await surveysApi.withdraw(survey.id, reason.trim())
      setReason('')
      onDone()
    } catch (error) {
      setTold(tell(error))
    }
  }
  return (
    <Sheet open title={copy.withdrawTitle} onClose={onClose}>
      <View className='dfv-stack'>
        {told && <Failure told={told} />}
        <Field name='reason' label={copy.reason} error={fault || undefined}>
          <TextInput
            id={`${fieldAnchor('reason')}-input`}
            value={reason}
            label={copy.reason}
            maxLength={100}
            wrong={fault !== ''}
            onChange={(text) => {
              setReason(text)
              setFault('')
            }}
          />
        </Field>
        <Button look='grave' className='dfv-sheet-yes' onTap={submit}>
          {copy.withdrawDo}
        </Button>
        <Button onTap={onClose}>{common.cancel}</Button>
      </View>
    </Sheet>
  )
}
