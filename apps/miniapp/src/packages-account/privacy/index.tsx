import { View } from '@tarojs/components'
import { privacy as copy } from '@/shared/copy'
import { Heading, Page } from '@/shared/ui'

export default function PrivacyPage() {
  return (
    <Page title={copy.title}>
      {copy.sections.map(({ title, lines }) => (
        <View key={title} className='dfv-card'>
          <Heading level={2}>{title}</Heading>
          {lines.map((line) => (
            <View key={line} className='dfv-text'>
              {line}
            </View>
          ))}
        </View>
      ))}
    </Page>
  )
}
