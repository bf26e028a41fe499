import { View } from '@tarojs/components'
import { useState } from 'react'
import { pledgesApi } from '@/shared/api'
import { verify as copy } from '@/shared/copy'
import { usePageParams } from '@/shared/pane'
import { useResource } from '@/shared/resource'
import { Button, Failure, Field, Heading, Icon, Page, Region, TextInput } from '@/shared/ui'
import { checkView, typedCode } from './view-model'

/** Whether a pledge holds: for everybody who has its code, without signing in. */
export default function VerifyPage() {
  const [code, setCode] = useState(typedCode(usePageParams().code ?? ''))
  const [typed, setTyped] = useState('')
  const [missing, setMissing] = useState(false)
  const check = useResource(code || null, () => pledgesApi.check(code))
  const view = check.data && checkView(check.data)
  const submit = () => {
    const given = typedCode(typed)
    setMissing(given === '')
    if (given !== '' && given === code) check.reload()
    setCode(given)
  }
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.title}</Heading>
      <Region role='status'>
        {check.loading && copy.checking}
        {view && (
          <View className={view.good ? 'dfv-receipt' : 'dfv-receipt dfv-receipt--waiting'}>
            <View className='dfv-receipt__head'>
              <Icon name={view.good ? 'met' : 'warning'} />
              <Heading level={2} className='dfv-title'>
                {view.title}
              </Heading>
            </View>
            <View className='dfv-receipt__lines'>
              {view.lines.map((line) => (
                <View key={line} className='dfv-text'>
                  {line}
                </View>
              ))}
            </View>
          </View>
        )}
      </Region>
      {check.failure && <Failure told={check.failure} onRetry={check.reload} />}
      <View className='dfv-card'>
        <View className='dfv-text'>{code === '' ? copy.lead : copy.another}</View>
        <Field
          name='code'
          label={copy.code}
          help={copy.codeHelp}
          error={missing ? copy.codeMissing : undefined}
        >
          <TextInput
            value={typed}
            label={copy.code}
            maxLength={40}
            wrong={missing}
            onChange={setTyped}
            onConfirm={submit}
          />
        </Field>
        <Button look='primary' className='dfv-check-code' onTap={submit}>
          {copy.check}
        </Button>
      </View>
    </Page>
  )
}
