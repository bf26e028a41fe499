import { stateLabel } from '@dfv/rules'
import { View } from '@tarojs/components'
import { byTown, overviewView } from '@/pages/home/supervisor/view-model'
import { villagesApi } from '@/shared/api'
import { map as copy, overview as words } from '@/shared/copy'
import { toSignIn, toTab, toVillageState } from '@/shared/navigation'
import { useAreas } from '@/shared/place'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { EmptyState, Failure, Heading, Icon, type IconName, Page, Skeleton, Tap } from '@/shared/ui'
import './index.scss'

const ICON: Record<string, IconName> = {
  met: 'check',
  notMet: 'close',
  undetermined: 'undetermined',
  notApplicable: 'not-applicable',
}
/** Beyond so many villages a tile has its mark alone, so that a county fits on one screen; its name is read out and shown on hover. */
const NAMED = 60

/** One tile a village under its town, in the order of the official codes: where in the area work is left. */
export default function VillageMapPage() {
  const { areaCode, appointmentId } = useViewer()
  const overview = useResource(appointmentId, () => villagesApi.list(areaCode ?? undefined))
  const { areas } = useAreas()
  const names = new Map(areas?.map(({ code, name }) => [code, name]))
  const rows = overview.data
    ? overviewView(overview.data, { onlyNotMet: false, order: 'code' }, today()).rows
    : []
  const dense = rows.length > NAMED
  return (
    <Page title={copy.title} className='dfv-map-page'>
      <Heading level={1}>{copy.title}</Heading>
      <View className='dfv-fine'>
        {copy.note} {copy.legend}
      </View>
      {overview.loading && !overview.data && <Skeleton rows={5} />}
      {overview.failure && !overview.data && (
        <Failure
          told={overview.failure}
          onRetry={overview.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {overview.data && rows.length === 0 && <EmptyState icon='village' text={words.none} />}
      <View className={dense ? 'dfv-map dfv-map--dense' : 'dfv-map'}>
        {byTown(rows, (code) => names.get(code)).map((town) => (
          <View key={town.code} className='dfv-map__town'>
            <Heading level={2} className='dfv-map__name'>
              {dense ? town.name : `${town.name} ${copy.townCount(town.rows.length)}`}
            </Heading>
            <View className='dfv-map__tiles'>
              {town.rows.map((row) => (
                <Tap
                  key={row.code}
                  role='link'
                  className={`dfv-map__tile dfv-map__tile--${row.worst}`}
                  label={copy.tile(row.name, stateLabel(row.worst), row.work)}
                  onTap={() => toVillageState(row.code)}
                >
                  <Icon name={ICON[row.worst] ?? 'undetermined'} small />
                  {!dense && <View className='dfv-map__word'>{row.name}</View>}
                </Tap>
              ))}
            </View>
          </View>
        ))}
      </View>
    </Page>
  )
}
