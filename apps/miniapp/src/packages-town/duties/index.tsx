import type { Role } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { OWN_SHOWN, villagesApi } from '@/shared/api'
import { common, ownDuties as copy } from '@/shared/copy'
import { SaveList } from '@/shared/lists'
import { toArrange, toPerson, toRecordForm, toSignIn, toTab } from '@/shared/navigation'
import { useOutboxEntries } from '@/shared/outbox'
import { phoneMillis, today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, DueRow, EmptyState, Failure, Icon, Link, Page, Skeleton, StateChip, Tap } from '@/shared/ui'
import { wayOn } from '@/shared/village'
import { mayArrange } from '../arrange/view-model'
import { Filters } from './parts/filters'
import { useNames } from './use-names'
import { countedBy, EVERYTHING, filterOf, type OwnDuty, ownDuties, withoutDone } from './view-model'

const FIRST = 20
/** More villages than that are not chosen from a list. */
const MOST_VILLAGES = 40
/** Their own office owes little; what they look after is what the villages owe. */
const LOOKS_WIDER: readonly (Role | null)[] = ['town-office', 'police', 'case-worker', 'grid-worker']

/** What the own office, or everybody in the area, is asked to do, each with the way to its form. */
export default function DutiesPage() {
  const { appointmentId, role, areaCode } = useViewer()
  const [choice, setChoice] = useState(EVERYTHING)
  const filter = filterOf(choice, today())
  const asked = appointmentId && `${appointmentId}:${JSON.stringify(filter)}`
  const duties = useResource(asked, () => villagesApi.duties(OWN_SHOWN, filter))
  const { kind: _, owedBy: __, ...wider } = filter
  const counts = useResource(appointmentId && `${appointmentId}:${JSON.stringify(wider)}`, () =>
    villagesApi.dutyCounts(wider),
  )
  const names = useNames(duties.data?.items, areaCode)
  const entries = useOutboxEntries()
  const [shown, setShown] = useState(FIRST)
  useReturn(() => {
    duties.reload()
    counts.reload()
  })
  const { data } = duties
  const rows = data && ownDuties(withoutDone(data.items, entries, phoneMillis()), data.asOf, role, names)
  const villages = names.villages.length > MOST_VILLAGES ? [] : names.villages
  return (
    <Page title={copy.title}>
      <Filters
        choice={choice}
        kinds={countedBy('kind', counts.data?.items ?? [])}
        roles={countedBy('owedBy', counts.data?.items ?? [])}
        villages={[{ value: '', label: copy.all }, ...villages]}
        isWide={LOOKS_WIDER.includes(role)}
        onChange={(next) => {
          setShown(FIRST)
          setChoice(next)
        }}
      />
      {duties.loading && !rows && <Skeleton rows={4} />}
      {duties.failure && !rows && (
        <Failure
          told={duties.failure}
          onRetry={duties.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {rows && rows.length > 0 && <SaveList list='duties' title={copy.title} chosen={filter} />}
      {rows?.length === 0 && <EmptyState icon='met' text={copy.empty} />}
      {rows && rows.length > 0 && (
        <View className='dfv-card dfv-card--flush'>
          {rows.slice(0, shown).map((one) => (
            <Duty key={`${one.row.duty.areaCode}:${one.row.duty.id}`} {...one} role={role} />
          ))}
        </View>
      )}
      {rows && rows.length > shown && (
        <Button onTap={() => setShown(shown + FIRST)}>
          {common.showMore(Math.min(FIRST, rows.length - shown))}
        </Button>
      )}
      {data?.nextCursor && <View className='dfv-fine'>{copy.more(data.items.length)}</View>}
    </Page>
  )
}

function Duty({ row, target, role }: OwnDuty & { role: Role | null }) {
  const { duty } = row
  return (
    <View className='dfv-due-more'>
      {target ? (
        <DueRow
          icon={row.icon}
          title={row.title}
          note={row.note}
          chip={row.chip}
          action={row.action}
          onAction={() => toRecordForm(target)}
        />
      ) : (
        <Tap
          className='dfv-row'
          onTap={
            (row.mine ? wayOn(duty, duty.areaCode) : null) ?? (() => toPerson(duty.subjectId, duty.areaCode))
          }
        >
          <Icon name={row.icon} />
          <View className='dfv-row__main'>
            <View className='dfv-row__title'>{row.title}</View>
            <View className='dfv-row__note'>{row.note}</View>
          </View>
          <StateChip state={row.chip.state}>{row.chip.text}</StateChip>
        </Tap>
      )}
      {mayArrange(role, duty) && (
        <Link onTap={() => toArrange(duty)} label={`${copy.arrange}，${row.title}`}>
          {copy.arrange}
        </Link>
      )}
    </View>
  )
}
