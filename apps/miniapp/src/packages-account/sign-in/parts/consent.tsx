import { View } from '@tarojs/components'
import { account as copy } from '@/shared/copy'
import { toPrivacy } from '@/shared/navigation'
import { Field, Link, Options } from '@/shared/ui'
import type { SignIn } from '../use-sign-in'

/** Never ticked beforehand. */
export function Consent({ signIn }: { signIn: SignIn }) {
  const error = signIn.faults.find(({ field }) => field === 'agreed')?.text
  return (
    <View>
      <Field name='agreed' label={copy.privacyLabel} error={error} group='group'>
        <Options
          multi
          options={[{ value: 'yes', label: copy.agree }]}
          chosen={signIn.agreed ? ['yes'] : []}
          onChange={(chosen) => signIn.setAgreed(chosen.includes('yes'))}
        />
      </Field>
      <Link onTap={toPrivacy}>{copy.readPrivacy}</Link>
    </View>
  )
}
