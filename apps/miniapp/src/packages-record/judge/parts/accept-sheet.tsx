import { View } from '@tarojs/components'
import { reviews as copy } from '@/shared/copy'
import { Button, Sheet } from '@/shared/ui'
import type { ReviewCard } from '../view-model'

type Props = { card: ReviewCard | null; onClose: () => void; onAccept: (card: ReviewCard) => void }

/** What is accepted counts at once and cannot be taken back: a slip of the thumb must not do it. */
export function AcceptSheet({ card, onClose, onAccept }: Props) {
  return (
    <Sheet open={card !== null} title={card?.title ?? ''} onClose={onClose}>
      <View className='dfv-text'>{card?.where}</View>
      <View className='dfv-text'>{card?.effect}</View>
      <Button look='primary' className='dfv-accept-sure' onTap={() => card && onAccept(card)}>
        {copy.sure}
      </Button>
    </Sheet>
  )
}
