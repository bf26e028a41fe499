import { View } from '@tarojs/components'
import { useState } from 'react'
import { assessmentsApi, type ItemChange, type VillageYear, type YearItem } from '@/shared/api'
import { year as copy } from '@/shared/copy'
import { mayExport } from '@/shared/exports'
import { toExperiences, toExportAsk, toPlaque, toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { isWeapp, today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import {
  Button,
  type ChipState,
  Failure,
  focusOn,
  Heading,
  Icon,
  Page,
  Region,
  Skeleton,
  StateChip,
  Tap,
} from '@/shared/ui'
import { stateText } from '../state-text'
import { StaleYear } from '../use-sending'
import { Acts } from './parts/acts'
import { Appeals } from './parts/appeals'
import { Findings } from './parts/findings'
import { History } from './parts/history'
import { ItemSheet } from './parts/item-sheet'
import { PhotosOnTheirWay } from './parts/papers'
import { useNotedChanges } from './use-noted-changes'
import { headLines, itemNote, pointsLine, stageRows, yearIn } from './view-model'

/** As many letters of it as the report prints. */
const MARK_LENGTH = 8

/** One village's assessment year: its own assessment, the town's review, the city's result. @see 四(二) */
export default function VillageYearPage() {
  const params = usePageParams()
  const { role, villageCode } = useViewer()
  const areaCode = params.area ?? villageCode ?? ''
  const asked = yearIn(params.year)
  // Who does not say which year means the last one that was begun: in January that is last year's.
  const last = useResource(asked === null ? 'years' : null, () => assessmentsApi.list())
  const year = asked ?? last.data?.year ?? null
  const stored = useResource(year === null || !areaCode ? null : `${areaCode}:${year}`, () =>
    assessmentsApi.read(areaCode, year ?? 0),
  )
  const [shown, setShown] = useState<string | null>(null)
  const [kept, setKept] = useState<string | null>(null)
  const [news, setNews] = useState<string | null>(null)
  const view = stored.data
  const { changes, note } = useNotedChanges(view, setNews)
  const take = (next: VillageYear, told: string) => {
    stored.take(next)
    setNews(told)
  }
  const beginAnew = (text: string) => {
    setNews(text)
    stored.reload()
  }
  useReturn(stored.reload)
  const failure = last.failure ?? stored.failure
  const frozen = view?.freezes.at(-1)
  const item = view?.items.find(({ id }) => id === shown)
  return (
    <Page title={copy.title}>
      <Heading level={1}>{view ? `${view.areaName} ${copy.of(view.year)}` : copy.title}</Heading>
      <Region role='status' className='dfv-news'>
        {news}
      </Region>
      {(last.loading || stored.loading) && !view && <Skeleton rows={4} />}
      {failure && !view && (
        <Failure
          told={failure}
          onRetry={last.failure ? last.reload : stored.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      <StaleYear.Provider value={beginAnew}>
        {view && (
          <>
            <Stages view={view} />
            <View className='dfv-card dfv-stack'>
              <Heading level={2} className='dfv-lead'>
                {pointsLine(view)}
              </Heading>
              {headLines(view, today()).map((line) => (
                <View key={line} className='dfv-text'>
                  {line}
                </View>
              ))}
              {frozen && (
                <View className='dfv-fine'>{copy.freezeMark(frozen.snapshotHash.slice(0, MARK_LENGTH))}</View>
              )}
              {role === 'county-assessor' && view.state !== 'open' && (
                <Button icon='flag' onTap={() => toPlaque(areaCode)}>
                  {copy.enterResult}
                </Button>
              )}
            </View>
            {/* What somebody is asked to confirm is what he has seen: another revision begins anew. */}
            <Acts
              key={view.revision}
              view={view}
              changes={changes}
              onDone={take}
              onItem={(id) => {
                setShown(id)
                // What the server judged may be newer than what this page was told.
                stored.reload()
              }}
            />
            <PhotosOnTheirWay view={view} onArrived={stored.reload} />
            <Heading level={2}>{copy.itemsTitle}</Heading>
            <View className='dfv-fine'>{copy.itemsLead}</View>
            <Items items={view.items} changes={changes} kept={kept} onShow={setShown} />
            <Appeals view={view} onDone={take} />
            <Findings view={view} onDone={take} />
            <History view={view} />
            {mayExport(role) && (
              <>
                <Button icon='document' onTap={toExperiences}>
                  {copy.experience}
                </Button>
                <Button icon='document' onTap={() => toExportAsk('year-report')}>
                  {copy.exportReport}
                </Button>
                {!isWeapp && (
                  <Button icon='document' onTap={() => toExportAsk('year-archive')}>
                    {copy.exportArchive}
                  </Button>
                )}
              </>
            )}
          </>
        )}
        {view && item && (
          <ItemSheet
            key={item.id}
            view={view}
            item={item}
            change={changes.find((one) => one.item === item.id) ?? null}
            onChange={(change) => note(item.id, change)}
            onKept={(next) => {
              take(next, copy.kept)
              setKept(item.id)
              setShown(null)
              focusOn(rowOf(item.id))
            }}
            onClose={() => setShown(null)}
          />
        )}
      </StaleYear.Provider>
    </Page>
  )
}

function Stages({ view }: { view: VillageYear }) {
  return (
    <View className='dfv-card dfv-card--flush dfv-year-stages'>
      {stageRows(view).map(({ key, label, isCurrent }) => (
        <View key={key} className='dfv-row'>
          <View className='dfv-row__main'>
            <View className='dfv-row__title'>{label}</View>
            {isCurrent && <View className='dfv-row__note'>{stateText(view)}</View>}
          </View>
          {isCurrent && <StateChip state='due'>{copy.current}</StateChip>}
        </View>
      ))}
    </View>
  )
}

type ItemsProps = {
  items: readonly YearItem[]
  changes: readonly ItemChange[]
  /** The one that was written last says so itself: what stands above the list is out of sight there. */
  kept: string | null
  onShow: (id: string) => void
}

const chipOf = (state: YearItem['state']): ChipState => (state === 'notYet' ? 'later' : state)

const rowOf = (item: string): string => `year-item-${item.replace(/\W/g, '-')}`

function Items({ items, changes, kept, onShow }: ItemsProps) {
  return (
    <View className='dfv-card dfv-card--flush'>
      {items.map((item) => (
        <Tap
          key={item.id}
          id={rowOf(item.id)}
          className='dfv-row dfv-year-item'
          onTap={() => onShow(item.id)}
        >
          <View className='dfv-row__main'>
            <View className='dfv-row__title'>{item.title}</View>
            <View className='dfv-row__note'>{itemNote(item, changes)}</View>
            {kept === item.id && (
              <View className='dfv-row__note dfv-year-kept'>
                <Icon name='check' small /> {copy.keptHere}
              </View>
            )}
          </View>
          <View className='dfv-row__side'>
            <StateChip state={chipOf(item.state)} />
            <Icon name='chevron-right' />
          </View>
        </Tap>
      ))}
    </View>
  )
}
