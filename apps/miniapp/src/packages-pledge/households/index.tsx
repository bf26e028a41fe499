import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Households, householdsApi } from '@/shared/api'
import { common, households as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { toHouseholdDoor, toHouseholdSlips, toSignInAndBack, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, Failure, Heading, Link, Page, Region, Sheet, Skeleton } from '@/shared/ui'
import { mayKeepHouseholds } from '../rights'
import './index.scss'
import { HouseholdLine } from './parts/household-line'
import { NumberSheet } from './parts/number-sheet'
import { PapersForm } from './parts/papers-form'
import { SizeForm } from './parts/size-form'
import { type HouseholdRow, householdRows } from './view-model'

const FIRST = 30
type Asking = 'size' | 'papers' | null

/** A village's households by number: which have signed, which are missing, and what to do about them. */
export default function HouseholdsPage() {
  const [pastYear, setPastYear] = useState<number | null>(null)
  // Another year begins with nothing typed, chosen or told.
  return <VillageYear key={pastYear ?? 'this'} pastYear={pastYear} onYear={setPastYear} />
}

type YearProps = {
  /** Null: this year, as the server has it. */
  pastYear: number | null
  onYear: (pastYear: number | null) => void
}

function VillageYear({ pastYear, onYear }: YearProps) {
  const { role, villageCode, appointmentId } = useViewer()
  const area = usePageParams().area ?? villageCode ?? ''
  const isOver = pastYear !== null
  const ofYear: { year?: number } = pastYear === null ? {} : { year: pastYear }
  const resource = useResource(appointmentId && area ? `${appointmentId}:${area}` : null, () =>
    householdsApi.show(area, ofYear.year),
  )
  const [asking, setAsking] = useState<Asking>(null)
  const [chosen, setChosen] = useState<HouseholdRow | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const [news, setNews] = useState('')
  const [busy, setBusy] = useState(false)
  const [missingOnly, setMissingOnly] = useState(false)
  const [shown, setShown] = useState(FIRST)
  useReturn(resource.reload)
  const village = resource.data
  const keeps = mayKeepHouseholds(role)

  const act = async (work: () => Promise<string>) => {
    if (busy) return
    setBusy(true)
    setTold(null)
    try {
      setNews(await work())
      setAsking(null)
      setChosen(null)
    } catch (error) {
      const answer = tell(error)
      setTold(answer.kind === 'offline' ? { ...answer, text: copy.offline } : answer)
    } finally {
      setBusy(false)
    }
  }
  const change = (work: () => Promise<Households>) =>
    act(async () => {
      resource.take(await work())
      return copy.noted
    })
  const renew = (number: number) =>
    act(async () => {
      const { slips } = await householdsApi.renewSlip(area, number)
      resource.reload()
      const code = slips[0]?.code.match(/.{4}/g)?.join(' ') ?? ''
      return `${copy.renewed(number)} ${code}`
    })

  const toThisYear = <Link onTap={() => onYear(null)}>{copy.thisYear}</Link>
  if (!village) {
    return (
      <Page title={copy.title}>
        {isOver && toThisYear}
        {resource.failure ? (
          <Failure
            told={resource.failure}
            onRetry={resource.reload}
            onSignIn={toSignInAndBack}
            onHome={() => toTab('home')}
          />
        ) : (
          <Skeleton />
        )}
      </Page>
    )
  }
  const rows = householdRows(village, { today: today(), isOver }, missingOnly)
  const hasBegun = village.size > 0
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.heading(village.year)}</Heading>
      {hasBegun && (
        <View className='dfv-lead dfv-household-counts'>{copy.counts(village.signed, village.size)}</View>
      )}
      {hasBegun && village.inGrids !== undefined && (
        <View className='dfv-text dfv-households-in-grids'>
          {copy.otherInGrids(village.size, village.inGrids)}
        </View>
      )}
      <Region role='status' className='dfv-news'>
        {news}
      </Region>
      {told && asking === null && chosen === null && <Failure told={told} onRetry={resource.reload} />}
      {isOver ? (
        toThisYear
      ) : (
        <Link onTap={() => onYear(village.year - 1)}>{copy.lastYear(village.year - 1)}</Link>
      )}
      {isOver && (
        <View className='dfv-text'>
          {!hasBegun
            ? copy.notBegunOver(village.year)
            : keeps
              ? copy.over(village.year)
              : copy.overVisit(village.year)}
        </View>
      )}
      {!hasBegun && !isOver && (
        <View className='dfv-card dfv-stack'>
          <View className='dfv-text'>{keeps ? copy.notBegun : copy.notBegunVisit}</View>
          {keeps && (
            <SizeForm
              size={0}
              busy={busy}
              onSize={(size) => change(() => householdsApi.setSize(area, size))}
            />
          )}
        </View>
      )}
      {hasBegun && keeps && isOver && (
        <Button className='dfv-late-papers' onTap={() => setAsking('papers')}>
          {copy.papers}
        </Button>
      )}
      {hasBegun && keeps && !isOver && (
        <View className='dfv-stack'>
          <Button icon='roster' className='dfv-to-slips' onTap={() => toHouseholdSlips(area)}>
            {copy.slips}
          </Button>
          <View className='dfv-row-wrap'>
            <Link onTap={() => setAsking('papers')}>{copy.papers}</Link>
            <Link onTap={() => setAsking('size')}>{copy.changeSize}</Link>
          </View>
        </View>
      )}
      {hasBegun && (
        <>
          <View className='dfv-fine'>{copy.lead}</View>
          <Link onTap={() => setMissingOnly(!missingOnly)}>
            {missingOnly ? copy.showAll : copy.missingOnly}
          </Link>
          {rows.length === 0 && <View className='dfv-text'>{copy.allSigned}</View>}
          <View className='dfv-card dfv-card--flush'>
            {rows.slice(0, shown).map((row) => (
              <HouseholdLine
                key={row.number}
                row={row}
                onDoor={() => toHouseholdDoor(area, row.number)}
                onMore={keeps && (row.canRenew || row.isPaper || row.pledgeId) ? () => setChosen(row) : null}
              />
            ))}
          </View>
          {rows.length > shown && (
            <Button onTap={() => setShown(rows.length)}>{common.showMore(rows.length - shown)}</Button>
          )}
        </>
      )}
      <Sheet
        open={asking !== null}
        title={asking === 'papers' ? copy.papers : copy.changeSize}
        onClose={() => setAsking(null)}
      >
        {told && <Failure told={told} />}
        {asking === 'papers' ? (
          <PapersForm
            year={village.year}
            isOver={isOver}
            busy={busy}
            onPapers={(papers) =>
              change(() => householdsApi.registerPapers({ areaCode: area, ...ofYear, ...papers }))
            }
          />
        ) : (
          <SizeForm
            size={village.size}
            busy={busy}
            onSize={(size) => change(() => householdsApi.setSize(area, size))}
          />
        )}
      </Sheet>
      <NumberSheet
        row={chosen}
        told={told}
        busy={busy}
        onClose={() => setChosen(null)}
        onRenew={(number) => void renew(number)}
        onRemovePaper={(number, reason) =>
          void change(() => householdsApi.removePaper({ areaCode: area, number, ...ofYear, reason }))
        }
      />
    </Page>
  )
}
