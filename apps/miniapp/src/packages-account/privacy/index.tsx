import { View } from '@tarojs/components'
import { privacy as copy } from '@/shared/copy'
import { hasPrivacyGuide, openPrivacyGuide, privacyGuideName } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { Heading, Link, Page } from '@/shared/ui'

export default function PrivacyPage() {
  const guide = useResource(hasPrivacyGuide ? 'guide' : null, privacyGuideName)
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
      {hasPrivacyGuide && <Link onTap={openPrivacyGuide}>{copy.guide(guide.data ?? undefined)}</Link>}
    </Page>
  )
}
