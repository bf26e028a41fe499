import { View } from '@tarojs/components'
import { useState } from 'react'
import { home as copy } from '@/shared/copy'
import { toRecordForm, toRegisterPerson } from '@/shared/navigation'
import { useViewer } from '@/shared/session'
import { Icon, Sheet, Tap, TextInput } from '@/shared/ui'
import { type KindGroup, type RecordableKind, recordableGroups } from '@/shared/village'

/** What is recorded although nothing asks for it: what is recorded most stands open, the rest by register. */
export function MoreSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { role } = useViewer()
  const [shown, setShown] = useState<KindGroup>('often')
  const [typed, setTyped] = useState('')
  const groups = recordableGroups(role)
  const wanted = typed.trim()
  const found = groups.flatMap(({ kinds }) => kinds).filter(({ label }) => label.includes(wanted))
  const choose = ({ kind, onlineOnly }: RecordableKind) => {
    onClose()
    setTyped('')
    if (onlineOnly) toRegisterPerson()
    else toRecordForm({ kind })
  }
  return (
    <Sheet open={open} title={copy.moreTitle} onClose={onClose}>
      <View className='dfv-search'>
        <Icon name='search' />
        <TextInput value={typed} label={copy.findKind} maxLength={12} onChange={setTyped} />
      </View>
      {wanted !== '' && found.map((kind) => <KindRow key={kind.kind} kind={kind} onChoose={choose} />)}
      {wanted !== '' && found.length === 0 && <View className='dfv-text'>{copy.noKind(wanted)}</View>}
      {wanted === '' &&
        groups.map(({ group, kinds }) => (
          <View key={group}>
            <Tap className='dfv-row dfv-kind-group' expanded={shown === group} onTap={() => setShown(group)}>
              <View className='dfv-row__main dfv-row__title'>{copy.groups[group]}</View>
              <View className='dfv-fine'>{kinds.length}</View>
              <Icon name={shown === group ? 'chevron-up' : 'chevron-down'} />
            </Tap>
            {shown === group &&
              kinds.map((kind) => <KindRow key={kind.kind} kind={kind} onChoose={choose} />)}
          </View>
        ))}
    </Sheet>
  )
}

type RowProps = { kind: RecordableKind; onChoose: (kind: RecordableKind) => void }
const KindRow = ({ kind, onChoose }: RowProps) => (
  <Tap className='dfv-row dfv-kind' onTap={() => onChoose(kind)}>
    <Icon name={kind.icon} />
    <View className='dfv-row__main dfv-row__title'>{kind.label}</View>
    <Icon name='chevron-right' />
  </Tap>
)
