import { View, Button as WechatButton } from '@tarojs/components'
import { common, account as copy } from '@/shared/copy'
import { Button } from '@/shared/ui'
import type { SignIn } from '../use-sign-in'

/** WeChat knows the phone; the town office has said whose number it is. */
export function WechatSignIn({ signIn }: { signIn: SignIn }) {
  if (!signIn.mustBind) {
    return (
      <Button look='primary' onTap={signIn.byWechat} disabled={signIn.busy}>
        {signIn.busy ? common.submitting : copy.wechat}
      </Button>
    )
  }
  return (
    <View className='dfv-stack'>
      <View className='dfv-text'>{copy.notBound}</View>
      <WechatButton
        className='dfv-button dfv-button--primary'
        openType='getPhoneNumber'
        onGetPhoneNumber={(event) => {
          const { code } = event.detail as { code?: string }
          if (code) void signIn.byPhone(code)
          else signIn.withoutPhone()
        }}
      >
        {copy.wechatPhone}
      </WechatButton>
    </View>
  )
}
