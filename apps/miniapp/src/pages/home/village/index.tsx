import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { beginning, home as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toBeginning, toChoose, toOutbox, toOwnDuties, toRecordForm, toWhy } from '@/shared/navigation'
import { useOutboxEntries } from '@/shared/outbox'
import { chinaDate, serverMillis, storage, useNetwork } from '@/shared/platform'
import { useViewer } from '@/shared/session'
import { BottomBar, Button, EmptyState, Link, Page, Strip, useTextSize } from '@/shared/ui'
import { type DutyRow, formTargetOf, hasBegun, type Village, VillageGate, wayOn } from '@/shared/village'
import './index.scss'
import { DeskHead } from './parts/desk-head'
import { ClosedGroup, DutyGroup, Expander } from './parts/duty-list'
import { deskOf, doneToday, type HomeStrip, isBeginning, stripsOf } from './view-model'

/** 工作台: what is due, and one tap to record it. */
export function VillageHome() {
  return (
    <VillageGate
      frame={(content) => (
        <Page>
          <DeskHead />
          {content}
        </Page>
      )}
    >
      {(village) => <Desk village={village} />}
    </VillageGate>
  )
}

function Desk({ village }: { village: Village }) {
  const { role } = useViewer()
  const entries = useOutboxEntries()
  const desk = deskOf(village, role)
  const act = ({ duty, byForm }: DutyRow) => {
    const target = byForm ? formTargetOf(duty, village) : null
    if (target) toRecordForm(target)
    else (wayOn(duty, village.code) ?? (() => toWhy(duty.id)))()
  }
  const handlers = { onAct: act, onExplain: ({ duty }: DutyRow) => toWhy(duty.id) }
  const nothingNow = desk.counts.overdue + desk.counts.week === 0
  const { rosterConfirmed, cumulative } = village.scorecard.populations

  return (
    <Page
      offline={null}
      strip={
        <>
          <Strips village={village} />
          <Beginning village={village} />
        </>
      }
      bottom={
        <BottomBar>
          <Button look='primary' icon='add' onTap={() => toChoose()}>
            {copy.more}
          </Button>
        </BottomBar>
      }
    >
      <DeskHead />
      <DutyGroup title={copy.overdue(desk.counts.overdue)} lines={desk.overdue} grave {...handlers} />
      <DutyGroup title={copy.week(desk.counts.week)} lines={desk.week} {...handlers} />
      {nothingNow && cumulative === 0 && !rosterConfirmed && (
        <NoRoster mayConfirm={role === 'village-secretary'} />
      )}
      {nothingNow && (cumulative > 0 || rosterConfirmed) && (
        <NothingDue next={desk.later[0]} village={village} />
      )}
      <ClosedGroup title={copy.later(desk.later.length)} rows={desk.later} {...handlers} />
      <ClosedGroup
        title={copy.others(desk.others.length, desk.counts.othersOverdue)}
        rows={desk.others}
        readOnly
        {...handlers}
      />
      <Done rows={doneToday(entries, village, chinaDate)} />
      <Link onTap={toOwnDuties}>{copy.choose}</Link>
    </Page>
  )
}

function NothingDue({ next, village }: { next: DutyRow | undefined; village: Village }) {
  const note = next && copy.nextOpens(next.title, showDate(next.duty.dueOn, village.asOf))
  return <EmptyState icon='met' text={copy.empty} note={note} />
}

function NoRoster({ mayConfirm }: { mayConfirm: boolean }) {
  return (
    <EmptyState icon='roster' text={mayConfirm ? copy.noRoster : copy.noRosterOthers}>
      {mayConfirm && (
        <Button look='primary' onTap={() => toRecordForm({ kind: 'roster-confirmation' })}>
          {copy.confirmRoster}
        </Button>
      )}
    </EmptyState>
  )
}

function Done({ rows }: { rows: ReturnType<typeof doneToday> }) {
  const [open, setOpen] = useState(false)
  if (rows.length === 0) return null
  return (
    <View className='dfv-card dfv-card--flush'>
      <Expander label={copy.done(rows.length)} open={open} onTap={() => setOpen(!open)} />
      {open &&
        rows.map(({ key, title, note }) => (
          <View key={key} className='dfv-row'>
            <View className='dfv-row__main'>
              <View className='dfv-row__title'>{title}</View>
              <View className='dfv-row__note'>{note}</View>
            </View>
          </View>
        ))}
    </View>
  )
}

function Beginning({ village }: { village: Village }): ReactNode {
  const { role } = useViewer()
  if (!isBeginning(village, role, hasBegun(village.code))) return null
  return (
    <Strip
      icon='flag'
      action={
        <Button small onTap={() => toBeginning()}>
          {beginning.look}
        </Button>
      }
    >
      {beginning.open}
    </Strip>
  )
}

function Strips({ village }: { village: Village }): ReactNode {
  const entries = useOutboxEntries()
  const online = useNetwork((state) => state.online)
  const largest = useTextSize((state) => state.size === 4)
  const go = (strip: HomeStrip) => {
    const draft = entries.find(({ state }) => state === 'draft')
    if (strip.to === 'draft' && draft) toRecordForm({ kind: draft.kind, entry: draft.key })
    else toOutbox()
  }
  const found = stripsOf({
    online,
    entries,
    contactAt: village.contactAt,
    now: serverMillis(),
    usedShare: storage.usedShare(),
    largest,
  })
  return found.map((strip) => (
    <Strip
      key={strip.text}
      icon={strip.icon}
      tone={strip.tone}
      action={
        strip.action && (
          <Button small onTap={() => go(strip)}>
            {strip.action}
          </Button>
        )
      }
    >
      {strip.text}
    </Strip>
  ))
}
