import { onboardingSummary } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { beginningsApi, importsApi } from '@/shared/api'
import { beginning as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { showDate } from '@/shared/format'
import { toRecordForm, toSignIn, toTab, toTables } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { useVillageBook } from '@/shared/town'
import { Button, Failure, Heading, Page, Region, Skeleton } from '@/shared/ui'
import { noteBegun, recordableKinds, useVillage } from '@/shared/village'
import { StartDay } from './parts/start-day'
import { Step } from './parts/step'
import { stepRows } from './view-model'

/** What a village that has begun still has to bring in, and the way to each. */
export default function BeginningPage() {
  const { villageCode, role } = useViewer()
  const areaCode = usePageParams().area ?? villageCode ?? ''
  const found = useResource(areaCode || null, () => beginningsApi.read(areaCode))
  const tables = useResource(areaCode || null, () => importsApi.tables(areaCode).catch(() => ({ items: [] })))
  const { codeOf } = useVillageBook(areaCode || null)
  const own = useVillage().village
  const [news, setNews] = useState('')
  // What was brought in meanwhile is off the list.
  useReturn(found.reload)
  const { data } = found
  useEffect(() => {
    if (data && areaCode)
      noteBegun(
        areaCode,
        data.steps.every(({ state }) => state !== 'open'),
      )
  }, [data, areaCode])
  const nameOf = (id: string) => codeOf(id) ?? own?.person(id)?.code
  const recordable = recordableKinds(role).map(({ kind }) => kind)
  const rows =
    data && stepRows(data, { role, recordable }, tables.data?.items ?? [], { asOf: data.asOf, nameOf })
  const setStart = async (startOn: string) => {
    try {
      await beginningsApi.setStart(areaCode, startOn)
      setNews(copy.startSet(showDate(startOn, today())))
      found.reload()
    } catch (error) {
      setNews(tell(error).text)
    }
  }
  return (
    <Page title={copy.title}>
      {found.loading && !data && <Skeleton rows={5} />}
      {found.failure && !data && (
        <Failure
          told={found.failure}
          onRetry={found.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {data && rows && (
        <>
          <Heading level={1}>{data.name}</Heading>
          <Region role='status' className='dfv-news'>
            {news}
          </Region>
          <StartDay beginning={data} onSet={setStart} />
          <Region role='status' className='dfv-card dfv-beginning-summary'>
            {onboardingSummary({ ...data, startOn: data.startOn ?? data.asOf })}
          </Region>
          <View className='dfv-card dfv-card--flush'>
            {rows.map((row) => (
              <Step
                key={row.id}
                row={row}
                onTable={(sheet) => toTables(sheet, areaCode)}
                onRecord={(kind) => toRecordForm({ kind, areaCode, subjectId: areaCode })}
              />
            ))}
          </View>
          {(tables.data?.items.length ?? 0) > 0 && (
            <Button icon='roster' onTap={() => toTables(undefined, areaCode)}>
              {copy.tables}
            </Button>
          )}
        </>
      )}
    </Page>
  )
}
