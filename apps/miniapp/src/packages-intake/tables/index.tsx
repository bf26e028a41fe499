import { View } from '@tarojs/components'
import { useState } from 'react'
import { importsApi, type UploadedTable, villagesApi } from '@/shared/api'
import { tables as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { toBeginning, toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { chooseWorkbook, isWeapp } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Failure, Field, Heading, Options, Page, Region, Skeleton } from '@/shared/ui'
import { Result } from './parts/result'

/** Download a table, fill it in, upload it, look at what it would do, write it. */
export default function TablesPage() {
  const { villageCode } = useViewer()
  const { area, sheet } = usePageParams()
  const areaCode = area ?? villageCode ?? ''
  const offered = useResource(areaCode || null, () => importsApi.tables(areaCode))
  const village = useResource(areaCode || null, () =>
    villagesApi.areas({ under: areaCode, level: 'village' }),
  )
  const [chosen, setChosen] = useState<string | null>(sheet ?? null)
  const [uploaded, setUploaded] = useState<UploadedTable | null>(null)
  const [busy, setBusy] = useState<'reading' | 'writing' | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const [news, setNews] = useState('')
  const items = offered.data?.items ?? []
  const table = items.find(({ id }) => id === chosen) ?? null
  const villageName = village.data?.items[0]?.name ?? ''

  /** One thing at a time; whatever goes wrong is said where it was asked for. */
  const doing = async (what: 'reading' | 'writing' | null, work: () => Promise<void>) => {
    if (busy) return
    setBusy(what)
    setTold(null)
    setNews('')
    try {
      await work()
    } catch (error) {
      const found = tell(error)
      setTold(found.kind === 'offline' ? { ...found, text: copy.offline } : found)
    } finally {
      setBusy(null)
    }
  }
  const choose = (id: string) => {
    setChosen(id)
    setUploaded(null)
    setTold(null)
  }
  const upload = () =>
    doing('reading', async () => {
      const file = await chooseWorkbook()
      if (file && table) setUploaded(await importsApi.upload(areaCode, table.id, file.bytes))
    })
  const confirm = () =>
    doing('writing', async () => {
      if (uploaded) setUploaded(await importsApi.confirm(uploaded.id))
    })
  const drop = () =>
    doing(null, async () => {
      if (uploaded) await importsApi.discard(uploaded.id)
      setUploaded(null)
      setNews(copy.dropped)
    })
  const download = () =>
    doing(null, async () => {
      if (table) await importsApi.template(areaCode, table.id, copy.file(table.title, villageName))
    })
  const downloadFaulty = () =>
    doing(null, async () => {
      if (uploaded) await importsApi.faulty(uploaded.id, copy.faultyFile(uploaded.title, villageName))
    })

  return (
    <Page title={copy.title}>
      <Heading level={1}>{[villageName, copy.title].filter(Boolean).join(' ')}</Heading>
      <View className='dfv-text'>{copy.lead}</View>
      {offered.loading && !offered.data && <Skeleton rows={4} />}
      {offered.failure && !offered.data && (
        <Failure
          told={offered.failure}
          onRetry={offered.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {offered.data && items.length === 0 && <EmptyState icon='roster' text={copy.none} />}
      {items.length > 0 && (
        <View className='dfv-columns'>
          <View className='dfv-columns__one'>
            <View className='dfv-card'>
              <Field name='table' label={copy.choose} group='radiogroup'>
                <Options
                  options={items.map(({ id, title }) => ({ value: id, label: title }))}
                  chosen={chosen ? [chosen] : []}
                  onChange={([id]) => id && choose(id)}
                />
              </Field>
            </View>
          </View>
          <View className='dfv-columns__one'>
            {table && (
              <View className='dfv-card dfv-stack'>
                <Heading level={2}>{table.title}</Heading>
                <Button icon='document' className='dfv-table-download' onTap={download}>
                  {copy.download}
                </Button>
                <View className='dfv-fine'>{copy.downloadHelp(offered.data?.maxRows ?? 0)}</View>
                <Button
                  look={uploaded ? 'plain' : 'primary'}
                  icon='send'
                  className='dfv-table-upload'
                  onTap={upload}
                  disabled={busy !== null}
                >
                  {uploaded?.state === 'faulty' ? copy.again : copy.upload}
                </Button>
                <View className='dfv-fine'>{isWeapp ? copy.uploadHelpPhone : copy.uploadHelpPc}</View>
              </View>
            )}
            <Region role='status' className='dfv-news'>
              {busy ? copy[busy] : news}
            </Region>
            {told && (
              <Region role='alert' className='dfv-card dfv-table-told'>
                {told.text}
                {told.reference && <View className='dfv-fine'>{told.reference}</View>}
              </Region>
            )}
            {uploaded && (
              <Result
                uploaded={uploaded}
                words={copy}
                busy={busy !== null}
                onConfirm={confirm}
                onDrop={drop}
                onDownload={downloadFaulty}
                onMore={() => setUploaded(null)}
                onList={() => toBeginning(areaCode)}
              />
            )}
          </View>
        </View>
      )}
    </Page>
  )
}
