import { obligationTitle } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { type AreaDuty, colleaguesApi, OWN_SHOWN, villagesApi } from '@/shared/api'
import { colleagueLabel } from '@/shared/colleagues'
import { arrange as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { showDate } from '@/shared/format'
import { toRecordForm, toSignIn } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Failure, Heading, Options, Page, Region, Skeleton } from '@/shared/ui'
import { useNames } from '../duties/use-names'
import { explaining, mayArrange, takers } from './view-model'

/** One duty: who does it, or why it is not done. Neither changes what is judged. */
export default function ArrangePage() {
  const { area = '', duty: id = '', kind = '' } = usePageParams()
  const { appointmentId } = useViewer()
  const found = useResource(appointmentId && id, async () => {
    const { items } = await villagesApi.duties(OWN_SHOWN, { of: 'area', under: area, kind })
    return items.find((one) => one.id === id) ?? null
  })
  const [news, setNews] = useState<string | null>(null)
  const act = async (work: () => Promise<unknown>, done: string) => {
    setNews(null)
    try {
      await work()
      setNews(done)
      found.reload()
    } catch (error) {
      setNews(tell(error).text)
    }
  }
  return (
    <Page title={copy.title}>
      {found.loading && !found.data && <Skeleton rows={3} />}
      {found.failure && !found.data && (
        <Failure told={found.failure} onRetry={found.reload} onSignIn={toSignIn} />
      )}
      <Region role='status'>{news}</Region>
      {!found.loading && !found.failure && !found.data && <EmptyState icon='met' text={copy.gone} />}
      {found.data && <Arranging duty={found.data} act={act} />}
    </Page>
  )
}

type Props = { duty: AreaDuty; act: (work: () => Promise<unknown>, done: string) => Promise<void> }

function Arranging({ duty, act }: Props) {
  const { role } = useViewer()
  const { codeOf, villageOf } = useNames([duty], duty.areaCode)
  const title = obligationTitle(duty, { asOf: today(), nameOf: codeOf })
  return (
    <>
      <View className='dfv-card dfv-stack'>
        <Heading level={1}>{title}</Heading>
        <View className='dfv-text'>{villageOf(duty.areaCode)}</View>
        {duty.assignee && <View className='dfv-text'>{copy.handedTo(duty.assignee.name)}</View>}
        {duty.explanation && (
          <View className='dfv-text'>
            {copy.because(duty.explanation.text, showDate(duty.explanation.untilOn, today()))}
          </View>
        )}
      </View>
      {mayArrange(role, duty) && (
        <>
          <Handing duty={duty} act={act} />
          <Explaining duty={duty} act={act} />
        </>
      )}
    </>
  )
}

function Handing({ duty, act }: Props) {
  const { accountId } = useViewer()
  const colleagues = useResource(duty.areaCode, () => colleaguesApi.list(duty.areaCode))
  const [to, setTo] = useState('')
  const who = takers(duty, colleagues.data?.items ?? [], accountId)
  const chosen = who.find((one) => one.accountId === to)
  return (
    <View className='dfv-card dfv-stack'>
      <Heading level={2}>{copy.assign}</Heading>
      <View className='dfv-fine'>{copy.assignNote}</View>
      {duty.assignee && (
        <Button onTap={() => act(() => villagesApi.assignDuty(duty, null), copy.takenBack)}>
          {copy.takeBack}
        </Button>
      )}
      {colleagues.data && who.length === 0 && <View className='dfv-text'>{copy.nobody}</View>}
      {who.length > 0 && (
        <Region role='radiogroup' label={copy.assign}>
          <Options
            options={who.map((one) => ({ value: one.accountId, label: colleagueLabel(one) }))}
            chosen={[to]}
            onChange={([value]) => setTo(value ?? '')}
          />
        </Region>
      )}
      {chosen && (
        <Button
          look='primary'
          onTap={() => act(() => villagesApi.assignDuty(duty, chosen.accountId), copy.handed(chosen.name))}
        >
          {copy.give}
        </Button>
      )}
    </View>
  )
}

function Explaining({ duty, act }: Props) {
  const { role } = useViewer()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const given = explaining(duty.kind)
  if (!given) return null
  const { areaCode, subjectId } = duty
  if (duty.explanation)
    return (
      <View className='dfv-card dfv-stack'>
        <Button onTap={() => act(() => villagesApi.explainDuty(duty, null), copy.withdrawn)}>
          {role === 'town-office' ? copy.sendBack : copy.withdraw}
        </Button>
      </View>
    )
  const say = () => {
    setWrong(reason === '')
    if (reason !== '') void act(() => villagesApi.explainDuty(duty, reason), copy.said)
  }
  return (
    <View className='dfv-card dfv-stack'>
      <Heading level={2}>{copy.explain}</Heading>
      {given.facts.length > 0 && <View className='dfv-text'>{copy.fact}</View>}
      {given.facts.map(({ kind, label }) => (
        <Button key={kind} onTap={() => toRecordForm({ kind, areaCode, subjectId })}>
          {label}
        </Button>
      ))}
      <Region role='radiogroup' label={copy.explain}>
        <Options options={given.reasons} chosen={[reason]} onChange={([value]) => setReason(value ?? '')} />
      </Region>
      <Region role='alert'>{wrong && reason === '' ? copy.choose : null}</Region>
      <View className='dfv-fine'>{copy.explainNote}</View>
      <Button look='primary' onTap={say}>
        {copy.say}
      </Button>
    </View>
  )
}
