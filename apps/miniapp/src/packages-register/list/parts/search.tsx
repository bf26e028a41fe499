import { View } from '@tarojs/components'
import { Icon, TextInput } from '@/shared/ui'

export function Search({
  value,
  label,
  onChange,
}: {
  value: string
  label: string
  onChange: (value: string) => void
}) {
  return (
    <View className='dfv-search'>
      <Icon name='search' />
      <TextInput value={value} label={label} maxLength={20} onChange={onChange} />
    </View>
  )
}
