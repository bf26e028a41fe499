import { View } from '@tarojs/components'
import { help as copy } from '@/shared/copy'
import { toPrivacy } from '@/shared/navigation'
import { Heading, Link, Page } from '@/shared/ui'

export default function HelpPage() {
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.title}</Heading>
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
      <Link onTap={toPrivacy}>{copy.privacy}</Link>
    </Page>
  )
}
