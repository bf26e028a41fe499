import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import type { IconName } from './icons'
import { Heading, Region } from './structure'

type Props = {
  arrived: boolean
  icon?: IconName
  title: string
  lines: readonly string[]
  children?: ReactNode
}

/** What became of what was sent, said in words. */
export function Receipt({ arrived, icon, title, lines, children }: Props) {
  return (
    <Region role='status' className={arrived ? 'dfv-receipt' : 'dfv-receipt dfv-receipt--waiting'}>
      <View className='dfv-receipt__head'>
        <Icon name={icon ?? (arrived ? 'met' : 'phone-only')} />
        <Heading level={1}>{title}</Heading>
      </View>
      <View className='dfv-receipt__lines'>
        {lines.map((line) => (
          <View key={line} className='dfv-text'>
            {line}
          </View>
        ))}
      </View>
      {children}
    </Region>
  )
}
