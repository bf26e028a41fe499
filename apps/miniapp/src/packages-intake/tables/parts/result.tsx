import { View } from '@tarojs/components'
import { common, tables as copy } from '@/shared/copy'
import { Button, Heading, Region, StateChip } from '@/shared/ui'
import { countLines, hasWork, issueLines, previewLines, type ShownTable } from '../view-model'

type Props = {
  uploaded: ShownTable
  /** What becomes of what is written, and where it stands then. */
  words: { confirmNote: string; toList: string }
  busy: boolean
  onConfirm: () => void
  onDrop: () => void
  onDownload: () => void
  onMore: () => void
  onList: () => void
}

/** What a table would write, what is wrong in it, or what it has written. */
export function Result(props: Props) {
  const { uploaded } = props
  if (uploaded.state === 'done') return <Done {...props} />
  return uploaded.state === 'faulty' ? <Faulty {...props} /> : <Ready {...props} />
}

function Ready({ uploaded, words, busy, onConfirm, onDrop }: Props) {
  return (
    <View className='dfv-card dfv-stack dfv-table-ready'>
      <Heading level={2}>{copy.readyTitle(uploaded.counts.rows)}</Heading>
      <Counts uploaded={uploaded} />
      {hasWork(uploaded) && (
        <Button look='primary' className='dfv-table-confirm' onTap={onConfirm} disabled={busy}>
          {copy.confirm}
        </Button>
      )}
      {hasWork(uploaded) && <View className='dfv-fine'>{words.confirmNote}</View>}
      <Button onTap={onDrop} disabled={busy}>
        {copy.drop}
      </Button>
      <Heading level={3}>{copy.preview}</Heading>
      {previewLines(uploaded).map((line) => (
        <View key={line.row} className='dfv-table-preview'>
          <View className='dfv-row__title'>{[line.row, line.action].join(common.separator)}</View>
          <View className='dfv-row__note'>{line.text}</View>
        </View>
      ))}
    </View>
  )
}

function Faulty({ uploaded, busy, onDownload, onDrop }: Props) {
  const lines = issueLines(uploaded)
  return (
    <View className='dfv-card dfv-stack dfv-table-faulty'>
      <Region role='alert'>
        <Heading level={2}>{copy.faultyTitle(uploaded.issueCount)}</Heading>
      </Region>
      <Button icon='document' className='dfv-table-faults' onTap={onDownload} disabled={busy}>
        {copy.downloadFaulty}
      </Button>
      {lines.map(({ key, where, text }) => (
        <View key={key} className='dfv-table-issue'>
          <View className='dfv-row__title'>{where}</View>
          <View className='dfv-row__note'>{text}</View>
        </View>
      ))}
      {uploaded.issueCount > lines.length && (
        <View className='dfv-fine'>{copy.moreIssues(uploaded.issueCount - lines.length)}</View>
      )}
      <Button onTap={onDrop} disabled={busy}>
        {copy.drop}
      </Button>
    </View>
  )
}

function Done({ uploaded, words, onMore, onList }: Props) {
  return (
    <View className='dfv-card dfv-stack dfv-table-done'>
      <View className='dfv-page__head'>
        <Heading level={2}>{uploaded.title}</Heading>
        <StateChip state='met'>{copy.doneTitle}</StateChip>
      </View>
      <Counts uploaded={uploaded} />
      <Button look='primary' onTap={onList}>
        {words.toList}
      </Button>
      <Button onTap={onMore}>{copy.more}</Button>
    </View>
  )
}

function Counts({ uploaded }: { uploaded: ShownTable }) {
  return (
    <Region role='status'>
      {countLines(uploaded).map((line) => (
        <View key={line} className='dfv-text'>
          {line}
        </View>
      ))}
      {uploaded.unread.length > 0 && (
        <View className='dfv-fine'>{copy.unread(uploaded.unread.join(common.listComma))}</View>
      )}
    </Region>
  )
}
