import { View } from '@tarojs/components'
import { publicHome as copy } from '@/shared/copy'
import { toSignIn } from '@/shared/navigation'
import { callPhone } from '@/shared/platform'
import { useViewer } from '@/shared/session'
import { useAppConfig } from '@/shared/session/app-config'
import { Button, Heading, Link, Page } from '@/shared/ui'

/** For everybody who is not at work: help first, the staff door last. */
export function PublicHome() {
  const { signedIn } = useViewer()
  const hotline = useAppConfig((state) => state.config?.hotline)
  return (
    <Page>
      <View className='dfv-card'>
        <Heading level={1}>{copy.title}</Heading>
        <View className='dfv-text'>{copy.lead}</View>
      </View>
      <View className='dfv-card dfv-stack'>
        <Heading level={2}>{copy.helpTitle}</Heading>
        <Button icon='phone' onTap={() => callPhone('110')}>
          {copy.call110}
        </Button>
        <Button icon='phone' onTap={() => callPhone(hotline?.gov ?? '12345')}>
          {copy.call12345}
        </Button>
        {hotline?.town && (
          <Button icon='phone' onTap={() => callPhone(hotline.town ?? '')}>
            {copy.townOffice(hotline.town)}
          </Button>
        )}
      </View>
      {!signedIn && <Link onTap={toSignIn}>{copy.staff}</Link>}
    </Page>
  )
}
