import { View } from '@tarojs/components'
import { useState } from 'react'
import { pledgeOfficeApi, type VillageCoverage } from '@/shared/api'
import { pledgeOffice as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { SaveList } from '@/shared/lists'
import { toHouseholds, toPledgeWordings, toSignInAndBack, toTab } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Failure, Heading, Page, Region, Skeleton, StateChip } from '@/shared/ui'
import { isWhole, levelRow, missingRows } from './view-model'

/** A year's pledges, village by village: who has signed, who is missing, and the reminder. */
export default function PledgeOfficePage() {
  const { role, areaCode, appointmentId } = useViewer()
  const year = Number(today().slice(0, 4))
  const isTown = role === 'town-office'
  const key = appointmentId && areaCode
  const coverage = useResource(key && `${key}:${year}`, () => pledgeOfficeApi.coverage(areaCode ?? '', year))
  const stuck = useResource(isTown ? appointmentId : null, pledgeOfficeApi.stuck)
  const [news, setNews] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const act = async (work: (area: string) => Promise<string>) => {
    if (busy || !areaCode) return
    setBusy(true)
    try {
      setNews(await work(areaCode))
      coverage.reload()
    } catch (error) {
      setNews(tell(error).text)
    } finally {
      setBusy(false)
    }
  }
  const issue = () =>
    act(async (area) => {
      const { issued, withdrawn } = await pledgeOfficeApi.issue(area, year)
      return copy.issued(issued, withdrawn)
    })
  const remind = () =>
    act(async (area) => {
      const { told, already } = await pledgeOfficeApi.remind(area, year)
      return copy.reminded(told, already)
    })
  const waiting = stuck.data?.items.length ?? 0
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.lead(year)}</Heading>
      {!key && <EmptyState icon='pledge' text={copy.signInFirst} />}
      <Region role='status'>{news}</Region>
      {waiting > 0 && <View className='dfv-text'>{copy.stuck(waiting)}</View>}
      {key && (
        <View className='dfv-card dfv-stack'>
          <Button className='dfv-remind' onTap={remind} disabled={busy}>
            {copy.remind}
          </Button>
          <Button className='dfv-issue' onTap={issue} disabled={busy}>
            {copy.issue}
          </Button>
          <View className='dfv-fine'>{copy.issueNote}</View>
          {isTown && <Button onTap={toPledgeWordings}>{copy.toWordings}</Button>}
        </View>
      )}
      {coverage.data && <SaveList list='pledges' title={copy.title} />}
      {coverage.loading && !coverage.data && <Skeleton rows={4} />}
      {coverage.failure && (
        <Failure
          told={coverage.failure}
          onRetry={coverage.reload}
          onSignIn={toSignInAndBack}
          onHome={() => toTab('home')}
        />
      )}
      {coverage.data?.villages.map((village) => (
        <VillageCard key={village.areaCode} village={village} year={year} />
      ))}
    </Page>
  )
}

function VillageCard({ village, year }: { village: VillageCoverage; year: number }) {
  const [open, setOpen] = useState(false)
  return (
    <View className='dfv-card dfv-stack dfv-pledge-village'>
      <Heading level={2}>{village.name}</Heading>
      {village.levels.length === 0 && <View className='dfv-text'>{copy.noneNeeded}</View>}
      {village.levels.map(levelRow).map((row) => (
        <View key={row.key} className='dfv-row'>
          <View className='dfv-row__main'>
            <View className='dfv-row__title'>{row.title}</View>
            <View className='dfv-row__note'>{row.note}</View>
          </View>
          <StateChip state={row.whole ? 'met' : 'notMet'}>{row.whole ? copy.whole : copy.notWhole}</StateChip>
        </View>
      ))}
      <View className='dfv-fine'>
        {village.households.size > 0
          ? copy.households(village.households.signed, village.households.size)
          : copy.householdsNone}
      </View>
      {village.households.inGrids !== undefined && (
        <View className='dfv-fine dfv-households-in-grids'>
          {copy.householdsInGrids(village.households.inGrids)}
        </View>
      )}
      <Button className='dfv-to-households' onTap={() => toHouseholds(village.areaCode)}>
        {copy.toHouseholds}
      </Button>
      {!isWhole(village) && (
        <Button className='dfv-see-missing' onTap={() => setOpen(!open)}>
          {open ? copy.hideMissing : copy.seeMissing}
        </Button>
      )}
      {open && <Missing village={village} year={year} />}
    </View>
  )
}

function Missing({ village, year }: { village: VillageCoverage; year: number }) {
  const missing = useResource(`${village.areaCode}:${year}`, () =>
    pledgeOfficeApi.missing(village.areaCode, year),
  )
  if (missing.failure)
    return <Failure told={missing.failure} onRetry={missing.reload} onHome={() => toTab('home')} />
  if (!missing.data) return <Skeleton rows={2} />
  const rows = missingRows(missing.data.items, today())
  return (
    <View>
      <Heading level={3}>{copy.missingTitle(village.name)}</Heading>
      {rows.length === 0 && <View className='dfv-text'>{copy.allSigned}</View>}
      {rows.map((row) => (
        <View key={row.key} className='dfv-row dfv-missing'>
          <View className='dfv-row__main'>
            <View className='dfv-row__title'>{row.title}</View>
            <View className='dfv-row__note'>{row.note}</View>
          </View>
          {row.overdue && <StateChip state='overdue' />}
        </View>
      ))}
    </View>
  )
}
