import { View } from '@tarojs/components'
import { common, account as copy } from '@/shared/copy'
import { Button, Field, fieldAnchor, TextInput } from '@/shared/ui'
import type { SignIn } from '../use-sign-in'

export function BindingCode({ signIn, main }: { signIn: SignIn; main: boolean }) {
  const error = signIn.faults.find(({ field }) => field === 'bindingCode')?.text
  return (
    <View>
      <Field name='bindingCode' label={copy.bindingCodeLabel} help={copy.bindingCodeHelp} error={error}>
        <TextInput
          id={`${fieldAnchor('bindingCode')}-input`}
          value={signIn.form.bindingCode}
          label={copy.bindingCodeLabel}
          maxLength={24}
          wrong={error !== undefined}
          onChange={signIn.setBindingCode}
          onConfirm={signIn.byBindingCode}
        />
      </Field>
      <Button look={main ? 'primary' : 'plain'} onTap={signIn.byBindingCode} disabled={signIn.busy}>
        {signIn.busy ? common.submitting : copy.bindingCode}
      </Button>
    </View>
  )
}
