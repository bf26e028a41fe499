import { View, Button as WechatButton } from '@tarojs/components'
import { privacyAsk as copy } from '@/shared/copy'
import { openPrivacyGuide } from '@/shared/platform'
import { agreeToPrivacy, refusePrivacy, usePrivacyQuestion } from '@/shared/privacy'
import { Button, Link } from '../button'
import { Sheet } from '../sheet'

const AGREE = 'privacy-agree'

/** Asks for the consent that WeChat wants before a photo or a file is chosen. Only WeChat's own button can give it. */
export function PrivacyAsk() {
  const { asked, guide } = usePrivacyQuestion()
  return (
    <Sheet open={asked} title={copy.title} onClose={refusePrivacy}>
      <View className='dfv-stack dfv-privacy-ask'>
        {copy.lines.map((line) => (
          <View key={line} className='dfv-text'>
            {line}
          </View>
        ))}
        <Link onTap={openPrivacyGuide}>{copy.read(guide)}</Link>
        <WechatButton
          id={AGREE}
          className='dfv-button dfv-button--primary dfv-privacy-agree'
          openType='agreePrivacyAuthorization'
          onAgreePrivacyAuthorization={() => agreeToPrivacy(AGREE)}
        >
          {copy.agree}
        </WechatButton>
        <Button className='dfv-privacy-refuse' onTap={refusePrivacy}>
          {copy.refuse}
        </Button>
      </View>
    </Sheet>
  )
}
