import type { KeyView, PersonView } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import type { PersonHead } from '@/shared/api'
import { common, person as copy, home as homeCopy, readings } from '@/shared/copy'
import { toChoose, toReadings, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { hideInCapture } from '@/shared/platform'
import { useViewer } from '@/shared/session'
import { BottomBar, Button, CycleStrip, EmptyState, Heading, Link, Page } from '@/shared/ui'
import { personsOf, recordableKinds, type Village, VillageGate } from '@/shared/village'
import { Duties } from '../parts/duties'
import { Timeline } from '../parts/timeline'
import { RevealPanel } from './parts/reveal-panel'
import { useReveal } from './use-reveal'
import { cycleRows, dutiesOf, linesOf, maskedLine, mayReveal, seesReadings, timelineOf } from './view-model'

/** What was done for one person, and what is owed; nothing more. */
export default function PersonPage() {
  useDidShow(() => hideInCapture(true))
  useDidHide(() => hideInCapture(false))
  const { id = '' } = usePageParams()
  return (
    <VillageGate frame={(content) => <Page title={copy.title}>{content}</Page>}>
      {(village) => {
        const head = village.person(id)
        const fold = personsOf(village)
        if (head?.state === 'active')
          return (
            <File
              village={village}
              head={head}
              view={fold.person(id) ?? null}
              keyView={fold.keyPersons.find((one) => one.id === id) ?? null}
            />
          )
        return (
          <Page title={copy.title}>
            <EmptyState icon='lock' text={head?.state === 'sealed' ? copy.sealed : copy.notHere}>
              <Button onTap={() => toTab('work')}>{common.back}</Button>
            </EmptyState>
          </Page>
        )
      }}
    </VillageGate>
  )
}

type FileProps = {
  village: Village
  head: PersonHead
  /** null: not on the register of persons, a key person alone. */
  view: PersonView | null
  keyView: KeyView | null
}

function File({ village, head, view, keyView }: FileProps) {
  const { role } = useViewer()
  const reveal = useReveal(head.id)
  const { asOf } = village
  const mayRecord = recordableKinds(role).some(
    ({ subject, onlineOnly }) => subject === 'person' && !onlineOnly,
  )
  return (
    <Page
      title={copy.title}
      bottom={
        mayRecord && (
          <BottomBar>
            <Button look='primary' icon='add' onTap={() => toChoose({ subjectId: head.id })}>
              {homeCopy.more}
            </Button>
          </BottomBar>
        )
      }
    >
      <View className='dfv-card dfv-stack'>
        <Heading level={1}>{head.code}</Heading>
        <View className='dfv-text'>{maskedLine(head, asOf)}</View>
        {linesOf(village, head.id, view, keyView).map((line) => (
          <View key={line} className='dfv-text'>
            {line}
          </View>
        ))}
        <RevealPanel reveal={reveal} allowed={mayReveal(role)} />
        {seesReadings(role) && <Link onTap={() => toReadings(head.id)}>{readings.of}</Link>}
      </View>
      {view && (
        <View className='dfv-card'>
          <Heading level={2}>{copy.cyclesTitle(asOf.slice(0, 4))}</Heading>
          {view.cycles.length > 0 ? <CycleStrip rows={cycleRows(view, asOf)} /> : copy.noCycles}
        </View>
      )}
      <Duties rows={dutiesOf(view?.duties ?? keyView?.duties ?? [], village, role)} village={village} />
      <Timeline rows={timelineOf(village, head.id)} />
    </Page>
  )
}
