import { View } from '@tarojs/components'
import { home as copy } from '@/shared/copy'
import { toRecordForm, toRegisterPerson } from '@/shared/navigation'
import { useViewer } from '@/shared/session'
import { Icon, Sheet, Tap } from '@/shared/ui'
import { recordableKinds } from '@/shared/village'

/** What is recorded although nothing asks for it. */
export function MoreSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { role } = useViewer()
  return (
    <Sheet open={open} title={copy.moreTitle} onClose={onClose}>
      {recordableKinds(role).map(({ kind, label, icon, onlineOnly }) => (
        <Tap
          key={kind}
          className='dfv-row dfv-kind'
          onTap={() => {
            onClose()
            if (onlineOnly) toRegisterPerson()
            else toRecordForm({ kind })
          }}
        >
          <Icon name={icon} />
          <View className='dfv-row__main dfv-row__title'>{label}</View>
          <Icon name='chevron-right' />
        </Tap>
      ))}
    </Sheet>
  )
}
