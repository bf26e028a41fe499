import { View } from '@tarojs/components'
import { common, accounts as copy } from '@/shared/copy'
import { canPrint, printPage } from '@/shared/platform/print'
import { Button, Sheet } from '@/shared/ui'
import type { AccountRow } from '../view-model'

type AskProps = {
  row: AccountRow | null
  kind: 'code' | 'end'
  onYes: (row: AccountRow) => void
  onClose: () => void
}

/** Both steps cut somebody off at once, so each says so first. */
export function AskSheet({ row, kind, onYes, onClose }: AskProps) {
  if (!row) return null
  const isEnd = kind === 'end'
  const ask = isEnd ? copy.endAsk(`${row.who}（${row.post}）`) : copy.codeAsk(row.who)
  return (
    <Sheet open title={isEnd ? copy.endTitle : copy.codeTitle} onClose={onClose}>
      <View className='dfv-stack'>
        <View className='dfv-text'>{ask}</View>
        <Button look={isEnd ? 'grave' : 'primary'} className='dfv-sheet-yes' onTap={() => onYes(row)}>
          {isEnd ? copy.endYes : copy.codeYes}
        </Button>
        <Button onTap={onClose}>{isEnd ? copy.keep : common.cancel}</Button>
      </View>
    </Sheet>
  )
}

export type IssuedCode = { who: string; code: string; until: string }

/** The code is shown once and kept nowhere. */
export function CodeSheet({ issued, onClose }: { issued: IssuedCode | null; onClose: () => void }) {
  if (!issued) return null
  return (
    <Sheet open title={copy.codeShown(issued.who)} onClose={onClose}>
      <View className='dfv-stack dfv-print'>
        <View className='dfv-text'>{issued.who}</View>
        <View className='dfv-figure dfv-binding-code'>{issued.code}</View>
        <View className='dfv-text'>{copy.codeOnce}</View>
        <View className='dfv-text'>{copy.codeUntil(issued.until)}</View>
        {canPrint && <Button onTap={printPage}>{copy.print}</Button>}
        <Button look='primary' onTap={onClose}>
          {copy.copied}
        </Button>
      </View>
    </Sheet>
  )
}
