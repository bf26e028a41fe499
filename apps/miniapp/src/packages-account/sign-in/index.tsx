import { View } from '@tarojs/components'
import { account as copy, textSize } from '@/shared/copy'
import { goBack, toTextSize } from '@/shared/navigation'
import { canSignInByWechat } from '@/shared/platform'
import { useAppConfig } from '@/shared/session/app-config'
import { Button, ErrorSummary, fieldAnchor, focusOn, Heading, Link, Page, Region } from '@/shared/ui'
import './index.scss'
import { BindingCode } from './parts/binding-code'
import { Consent } from './parts/consent'
import { DemoAccounts } from './parts/demo-accounts'
import { ScanPanel } from './parts/scan-panel'
import { WechatSignIn } from './parts/wechat'
import { useSignIn } from './use-sign-in'

export default function SignInPage() {
  const signIn = useSignIn()
  const isDemo = useAppConfig((state) => state.config?.mode === 'demo')
  return (
    <Page title={copy.signIn}>
      <View className='dfv-page__head'>
        <Heading level={1}>{copy.signInTitle}</Heading>
        <Button small icon='text-size' onTap={toTextSize} label={textSize.buttonLabel}>
          {textSize.button}
        </Button>
      </View>
      <View className='dfv-text'>{copy.signInLead}</View>
      <ErrorSummary lines={signIn.faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      {signIn.told && (
        <Region role='alert' className='dfv-errors'>
          {signIn.told.text}
        </Region>
      )}
      {isDemo && <DemoAccounts onChoose={signIn.byDemo} />}
      <View className='dfv-card'>
        <Consent signIn={signIn} />
        <WechatSignIn signIn={signIn} />
        <BindingCode signIn={signIn} main={!canSignInByWechat} />
        <View className='dfv-fine'>{copy.officeHint}</View>
      </View>
      <ScanPanel onSession={signIn.byScan} />
      <Link onTap={goBack}>{copy.public}</Link>
    </Page>
  )
}
