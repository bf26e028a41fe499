import { View } from '@tarojs/components'
import { classesApi } from '@/shared/api'
import { classes as copy, textSize } from '@/shared/copy'
import { toClassBoard, toClassOpen, toTextSize } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { BottomBar, Button, EmptyState, Failure, Heading, Icon, Page, Skeleton, Tap } from '@/shared/ui'
import { type ClassRow, classRow, splitClasses } from './view-model'

/** A teacher's home: hold a class, and what became of the classes held. */
export function SchoolHome() {
  const { appointmentId, subjectName } = useViewer()
  const held = useResource(appointmentId, () => classesApi.list())
  useReturn(held.reload)
  const { running, past } = splitClasses(held.data?.items ?? [])
  return (
    <Page
      bottom={
        held.data && (
          <BottomBar>
            <Button look='primary' icon='add' onTap={toClassOpen}>
              {copy.open}
            </Button>
          </BottomBar>
        )
      }
    >
      <View className='dfv-page__head'>
        <Heading level={1}>{held.data?.school ?? subjectName}</Heading>
        <Button small icon='text-size' onTap={toTextSize} label={textSize.buttonLabel}>
          {textSize.button}
        </Button>
      </View>
      <View className='dfv-text'>{copy.lead}</View>
      <View className='dfv-fine'>{copy.kept}</View>
      {held.loading && !held.data && <Skeleton rows={2} />}
      {held.failure && !held.data && (
        <Failure
          told={held.failure.kind === 'absent' ? { ...held.failure, text: copy.noSchool } : held.failure}
          onRetry={held.reload}
        />
      )}
      {running.length > 0 && <Heading level={2}>{copy.running}</Heading>}
      {running.length > 0 && <Classes rows={running.map((one) => classRow(one, today()))} />}
      {held.data && <Heading level={2}>{copy.past}</Heading>}
      {held.data && past.length === 0 && <EmptyState icon='quiz' text={copy.noneYet} />}
      {past.length > 0 && <Classes rows={past.map((one) => classRow(one, today()))} />}
    </Page>
  )
}

function Classes({ rows }: { rows: readonly ClassRow[] }) {
  return (
    <View className='dfv-card dfv-card--flush'>
      {rows.map(({ id, title, lines }) => (
        <Tap key={id} className='dfv-row dfv-class' onTap={() => toClassBoard(id)}>
          <View className='dfv-row__main'>
            <View className='dfv-row__title'>{title}</View>
            {lines.map((line) => (
              <View key={line} className='dfv-row__note'>
                {line}
              </View>
            ))}
          </View>
          <Icon name='chevron-right' />
        </Tap>
      ))}
    </View>
  )
}
