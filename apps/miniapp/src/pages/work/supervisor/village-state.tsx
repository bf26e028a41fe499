import { View } from '@tarojs/components'
import { useState } from 'react'
import { type AudienceAwareness, villagesApi } from '@/shared/api'
import { common, villageState as copy } from '@/shared/copy'
import { rateSentence } from '@/shared/format/awareness'
import { toSignIn, toTab, toVillageStandard } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useVillageBook } from '@/shared/town'
import { Failure, Heading, Icon, KeepCodes, Skeleton, StateChip, Tap } from '@/shared/ui'
import './index.scss'
import { type DutyLine, standardRows, trackLine, workView } from './view-model'

/** One village as those above it see it: standards, work, awareness. Codes only. */
export function VillageState({ areaCode }: { areaCode: string }) {
  const score = useResource(areaCode, () => villagesApi.scorecard(areaCode))
  const work = useResource(areaCode, () => villagesApi.obligations(areaCode))
  const awareness = useResource(areaCode, () => villagesApi.awareness(areaCode))
  const book = useVillageBook(areaCode)
  const scorecard = score.data?.scorecard
  return (
    <View className='dfv-columns'>
      <View className='dfv-columns__one'>
        <Heading level={2}>{copy.standards}</Heading>
        {score.loading && <Skeleton rows={3} />}
        {score.failure && (
          <Failure
            told={score.failure}
            onRetry={score.reload}
            onSignIn={toSignIn}
            onHome={() => toTab('home')}
          />
        )}
        {scorecard && <View className='dfv-fine'>{trackLine(scorecard)}</View>}
        {scorecard &&
          standardRows(scorecard).map((row) => (
            <View key={row.id} className='dfv-card dfv-standard'>
              <Tap className='dfv-standard__head' onTap={() => toVillageStandard(areaCode, row.id)}>
                <View className='dfv-row__title'>{row.title}</View>
                <StateChip state={row.state} />
                <Icon name='chevron-right' />
              </Tap>
              {row.parts.map((part) => (
                <View key={part.id} className='dfv-standard__part'>
                  <View>{`${part.title} ${part.figure}`}</View>
                  <StateChip state={part.state} />
                </View>
              ))}
            </View>
          ))}
      </View>
      <View className='dfv-columns__one'>
        <Heading level={2}>{copy.work}</Heading>
        {work.loading && <Skeleton rows={3} />}
        {work.failure && !score.failure && <Failure told={work.failure} onRetry={work.reload} />}
        {work.data && <Work view={workView(work.data, { asOf: today(), nameOf: book.codeOf })} />}
        <Heading level={2}>{copy.awareness}</Heading>
        {awareness.failure && !score.failure && (
          <Failure told={awareness.failure} onRetry={awareness.reload} />
        )}
        {awareness.data && (
          <View className='dfv-card'>
            {awareness.data.audiences.map((one: AudienceAwareness) => (
              <View key={one.audience} className='dfv-text'>
                {rateSentence(one)}
              </View>
            ))}
          </View>
        )}
      </View>
    </View>
  )
}

function Work({ view }: { view: ReturnType<typeof workView> }) {
  const [showMissed, setShowMissed] = useState(false)
  const nothing = view.overdue.length + view.soon.length + view.later + view.missed.length === 0
  if (nothing) return <View className='dfv-card'>{copy.noWork}</View>
  return (
    <>
      <Duties title={copy.overdue(view.overdue.length)} lines={view.overdue} />
      <Duties title={copy.soon(view.soon.length)} lines={view.soon} />
      {view.later > 0 && <View className='dfv-text'>{copy.later(view.later)}</View>}
      {view.missed.length > 0 && (
        <View className='dfv-card'>
          <Tap className='dfv-link' expanded={showMissed} onTap={() => setShowMissed(!showMissed)}>
            {copy.missed(view.missed.length)}
            <Icon name={showMissed ? 'chevron-up' : 'chevron-down'} small />
          </Tap>
          {showMissed &&
            view.missed.map((text) => (
              <View key={text}>
                <KeepCodes text={text} />
              </View>
            ))}
        </View>
      )}
      <View className='dfv-fine'>{copy.onlyCodes}</View>
    </>
  )
}

const FIRST = 10

function Duties({ title, lines }: { title: string; lines: readonly DutyLine[] }) {
  const [shown, setShown] = useState(FIRST)
  if (lines.length === 0) return null
  return (
    <View className='dfv-card dfv-card--flush'>
      <View className='dfv-row'>
        <Heading level={3}>{title}</Heading>
      </View>
      {lines.slice(0, shown).map((line) => (
        <View key={line.id} className='dfv-row dfv-duty'>
          <View className='dfv-row__main'>
            <View className='dfv-row__title'>
              <KeepCodes text={line.title} />
            </View>
            <View className='dfv-row__note'>{line.note}</View>
          </View>
          <StateChip state={line.late ? 'overdue' : 'due'}>{line.due}</StateChip>
        </View>
      ))}
      {lines.length > shown && (
        <Tap className='dfv-row' onTap={() => setShown(lines.length)}>
          {common.showMore(lines.length - shown)}
        </Tap>
      )}
    </View>
  )
}
