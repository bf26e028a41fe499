import { View } from '@tarojs/components'
import { useState } from 'react'
import { briefsApi, villagesApi } from '@/shared/api'
import { brief as copy } from '@/shared/copy'
import { toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, Failure, Field, Heading, Options, Page, Region, Skeleton } from '@/shared/ui'
import { useSaving } from '../use-saving'
import { monthsUntil } from './view-model'

/** A month of a village or a town in plain sentences: done, missing, due. */
export default function BriefPage() {
  const asked = usePageParams().area
  const { areaCode, areaName, villageCode, visitor } = useViewer()
  const isTown = visitor && areaCode?.length === 9
  const [chosen, setChosen] = useState<string | null>(null)
  const [month, setMonth] = useState(today().slice(0, 7))
  const area = chosen ?? asked ?? (isTown ? areaCode : (villageCode ?? areaCode))
  const villages = useResource(isTown ? areaCode : null, () =>
    villagesApi.areas({ under: areaCode ?? '', level: 'village' }),
  )
  const brief = useResource(area && `${area}:${month}`, () => briefsApi.read(area ?? '', month))
  const saving = useSaving(copy.saved)
  const { data } = brief
  const save = (format: 'docx' | 'pdf') =>
    data &&
    saving.run(() =>
      briefsApi.file(data.areaCode, data.month, format, copy.fileName(data.areaName, data.month)),
    )
  const places = [
    { value: areaCode ?? '', label: copy.wholeTown(areaName ?? '') },
    ...(villages.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
  ]
  return (
    <Page title={copy.title}>
      <Heading level={1}>{data?.title ?? copy.title}</Heading>
      <View className='dfv-card'>
        <Field name='month' label={copy.month} group='radiogroup'>
          <Options
            options={monthsUntil(today())}
            chosen={[month]}
            onChange={([value]) => value && setMonth(value)}
          />
        </Field>
        {isTown && (
          <Field name='area' label={copy.choose} group='radiogroup'>
            <Options
              options={places}
              chosen={[area ?? '']}
              onChange={([value]) => value && setChosen(value)}
            />
          </Field>
        )}
      </View>
      {brief.loading && <Skeleton rows={5} />}
      {brief.failure && !brief.loading && (
        <Failure
          told={brief.failure}
          onRetry={brief.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {data && !brief.loading && (
        <>
          <View className='dfv-fine'>{data.note}</View>
          {data.sections.map(({ title, lines }) => (
            <View key={title} className='dfv-card dfv-brief-section'>
              <Heading level={2}>{title}</Heading>
              {lines.map((line) => (
                <View key={line} className='dfv-text'>
                  {line}
                </View>
              ))}
            </View>
          ))}
          <View className='dfv-card dfv-stack'>
            <Button className='dfv-save-word' disabled={saving.busy} onTap={() => save('docx')}>
              {copy.word}
            </Button>
            <Button className='dfv-save-pdf' disabled={saving.busy} onTap={() => save('pdf')}>
              {copy.pdf}
            </Button>
          </View>
        </>
      )}
      <Region role='status'>{saving.news}</Region>
    </Page>
  )
}
