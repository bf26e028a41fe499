import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { type AudienceAwareness, villagesApi } from '@/shared/api'
import {
  beginning,
  brief,
  common,
  villageState as copy,
  home as homeCopy,
  toAwarenessText,
} from '@/shared/copy'
import { rateSentence } from '@/shared/format/awareness'
import {
  toAwareness,
  toBeginning,
  toBrief,
  toChoose,
  toIssue,
  toPlaque,
  toRecordForm,
  toSignIn,
  toTab,
  toVillageLedger,
  toVillageStandard,
} from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { mayIssueOrders, readsDuties, useViewer } from '@/shared/session'
import { useVillageBook } from '@/shared/town'
import {
  Button,
  DueRow,
  Failure,
  Heading,
  Icon,
  KeepCodes,
  Link,
  Skeleton,
  StateChip,
  Tap,
} from '@/shared/ui'
import { type DutyRow, formTargetOf, mayImport } from '@/shared/village'
import './index.scss'
import { type DutyLine, standardRows, trackLine, workView } from './view-model'

/** One village as those above it see it: standards, work, awareness. Codes only. */
export function VillageState({ areaCode }: { areaCode: string }) {
  const score = useResource(areaCode, () => villagesApi.scorecard(areaCode))
  const { role } = useViewer()
  const work = useResource(readsDuties(role) ? areaCode : null, () => villagesApi.obligations(areaCode))
  const awareness = useResource(areaCode, () => villagesApi.awareness(areaCode))
  const book = useVillageBook(areaCode)
  const { village } = book
  const scorecard = score.data?.scorecard
  // With the ledger at hand the work is judged here, and what waits on this phone counts.
  const duties = village?.duties ?? work.data
  const reload = () => {
    score.reload()
    work.reload()
  }
  const version = village?.ledger.ledgerVersion
  const known = useRef(version)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a record that arrived changes the result, nothing else does
  useEffect(() => {
    if (known.current !== undefined && version !== undefined && known.current !== version) reload()
    known.current = version ?? known.current
  }, [version])
  useReturn(reload)
  const act = ({ duty }: DutyRow) => {
    const target = village && formTargetOf(duty, village)
    if (target) toRecordForm(target)
  }
  return (
    <View className='dfv-columns'>
      <View className='dfv-columns__one'>
        <Heading level={2}>{copy.standards}</Heading>
        {score.loading && !scorecard && <Skeleton rows={3} />}
        {score.failure && !scorecard && (
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
        {readsDuties(role) && <Heading level={2}>{copy.work}</Heading>}
        {work.loading && !duties && <Skeleton rows={3} />}
        {work.failure && !duties && !score.failure && <Failure told={work.failure} onRetry={work.reload} />}
        {duties && (
          <Work
            view={workView(duties, { asOf: today(), nameOf: book.codeOf }, village ? role : null)}
            onAct={act}
          />
        )}
        {village && (
          <View className='dfv-stack dfv-village-ways'>
            <Button icon='add' onTap={() => toChoose()}>
              {homeCopy.more}
            </Button>
            <Button icon='roster' onTap={() => toVillageLedger(areaCode)}>
              {copy.ledger}
            </Button>
            {mayImport(role) && (
              <Button icon='flag' onTap={() => toBeginning(areaCode)}>
                {beginning.title}
              </Button>
            )}
          </View>
        )}
        <View className='dfv-stack'>
          {mayIssueOrders(role) && (
            <Button icon='flag' className='dfv-to-issue' onTap={() => toIssue(areaCode)}>
              {copy.issue}
            </Button>
          )}
          <Button icon='flag' onTap={() => toPlaque(areaCode)}>
            {copy.plaque}
          </Button>
          <Button icon='document' onTap={() => toBrief(areaCode)}>
            {brief.title}
          </Button>
        </View>
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
            <Link onTap={() => toAwareness(areaCode)}>{toAwarenessText[areaCode.length]}</Link>
          </View>
        )}
      </View>
    </View>
  )
}

type WorkProps = { view: ReturnType<typeof workView>; onAct: (row: DutyRow) => void }

function Work({ view, onAct }: WorkProps) {
  const [showMissed, setShowMissed] = useState(false)
  const nothing =
    view.overdue.length + view.soon.length + view.laterOwn.length + view.later + view.missed.length === 0
  if (nothing) return <View className='dfv-card'>{copy.noWork}</View>
  return (
    <>
      <Duties title={copy.overdue(view.overdue.length)} lines={view.overdue} onAct={onAct} />
      <Duties title={copy.soon(view.soon.length)} lines={view.soon} onAct={onAct} />
      <Duties title={copy.laterOwn(view.laterOwn.length)} lines={view.laterOwn} onAct={onAct} />
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

type DutiesProps = { title: string; lines: readonly DutyLine[]; onAct: (row: DutyRow) => void }

function Duties({ title, lines, onAct }: DutiesProps) {
  const [shown, setShown] = useState(FIRST)
  if (lines.length === 0) return null
  return (
    <View className='dfv-card dfv-card--flush'>
      <View className='dfv-row'>
        <Heading level={3}>{title}</Heading>
      </View>
      {lines.slice(0, shown).map((line) => (
        <DutyOf key={line.id} line={line} onAct={onAct} />
      ))}
      {lines.length > shown && (
        <Tap className='dfv-row' onTap={() => setShown(lines.length)}>
          {common.showMore(lines.length - shown)}
        </Tap>
      )}
    </View>
  )
}

function DutyOf({ line, onAct }: { line: DutyLine; onAct: (row: DutyRow) => void }) {
  const { own } = line
  if (own) {
    return (
      <DueRow
        icon={own.icon}
        title={own.title}
        note={own.note}
        chip={own.chip}
        action={own.action}
        onAction={() => onAct(own)}
      />
    )
  }
  return (
    <View className='dfv-row dfv-duty'>
      <View className='dfv-row__main'>
        <View className='dfv-row__title'>
          <KeepCodes text={line.title} />
        </View>
        <View className='dfv-row__note'>{line.note}</View>
      </View>
      <StateChip state={line.late ? 'overdue' : 'due'}>{line.due}</StateChip>
    </View>
  )
}
