import { View } from '@tarojs/components'
import { work as copy, exports as exporting, home, tables } from '@/shared/copy'
import { mayExport } from '@/shared/exports'
import { toChoose, toExports, toRegister, toTables, toTransfers } from '@/shared/navigation'
import { useViewer } from '@/shared/session'
import { BottomBar, Button, Heading, Icon, Page, StateChip, Tap } from '@/shared/ui'
import { mayImport, recordableKinds, type Village, VillageGate } from '@/shared/village'
import { type BookRow, shelvesOf } from './view-model'

/** 台账: every book of the village, on three shelves. */
export function VillageWork({ title }: { title?: string }) {
  return (
    <VillageGate frame={(content) => <Page title={title}>{content}</Page>}>
      {(village) => <Books village={village} title={title} />}
    </VillageGate>
  )
}

function Books({ village, title }: { village: Village; title?: string }) {
  const { role } = useViewer()
  const mayRecord = recordableKinds(role).length > 0
  return (
    <Page
      title={title}
      bottom={
        mayRecord && (
          <BottomBar>
            <Button look='primary' icon='add' onTap={() => toChoose()}>
              {home.more}
            </Button>
          </BottomBar>
        )
      }
    >
      <Heading level={1}>{title === undefined ? copy.title : village.name}</Heading>
      <View className='dfv-columns'>
        {shelvesOf(village).map((shelf) => (
          <View key={shelf.id} className='dfv-columns__one'>
            <Heading level={2}>{shelf.title}</Heading>
            <View className='dfv-card dfv-card--flush'>
              {shelf.rows.map((row) => (
                <Book key={row.id} row={row} />
              ))}
            </View>
          </View>
        ))}
      </View>
      <View className='dfv-row-wrap'>
        {mayExport(role) && (
          <Button icon='document' onTap={toExports}>
            {exporting.title}
          </Button>
        )}
        {mayImport(role) && (
          <Button icon='register' onTap={toTables}>
            {tables.title}
          </Button>
        )}
      </View>
    </Page>
  )
}

function Book({ row }: { row: BookRow }) {
  const open = () => (row.id === 'transfers' ? toTransfers() : toRegister(row.id))
  return (
    <Tap className='dfv-row dfv-book' onTap={open}>
      <Icon name={row.icon} />
      <View className='dfv-row__main'>
        <View className='dfv-row__title'>{row.title}</View>
        <View className='dfv-row__note'>{row.note}</View>
      </View>
      <View className='dfv-row__side'>
        {row.chip && <StateChip state={row.chip.state}>{row.chip.text}</StateChip>}
        <Icon name='chevron-right' />
      </View>
    </Tap>
  )
}
