import { View } from '@tarojs/components'
import { useState } from 'react'
import { type HouseholdKey, type HouseholdText, householdsApi } from '@/shared/api'
import { householdPledge as copy, households } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { toSignInAndBack } from '@/shared/navigation'
import {
  BottomBar,
  Button,
  ErrorSummary,
  Failure,
  Field,
  fieldAnchor,
  focusOn,
  Heading,
  Page,
  TextInput,
} from '@/shared/ui'
import { entryFaults, plainCode } from '../view-model'

/** Twelve digits in groups of four. */
const CODE_LENGTH = 14

type Props = {
  /** At the door: whose number. Null: he has a slip. */
  door: { areaCode: string; number: number } | null
  /** Digits that came with the address. */
  code: string
  onText: (key: HouseholdKey, text: HouseholdText) => void
}

/** The code of the slip, and the name that will stand in the text. */
export function NameEntry({ door, code: given, onText }: Props) {
  const [code, setCode] = useState(given)
  const [name, setName] = useState('')
  const [faults, setFaults] = useState<{ field: string; text: string }[]>([])
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  const faultAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  const submit = async () => {
    const wrong = entryFaults({ code: door ? null : code, name })
    setFaults(wrong)
    setTold(null)
    if (wrong.length > 0 || busy) return
    setBusy(true)
    const key: HouseholdKey = door ?? { code: plainCode(code) }
    try {
      onText(key, await householdsApi.text(key, name.trim()))
    } catch (error) {
      const answer = tell(error)
      setTold(answer.kind === 'offline' ? { ...answer, text: households.offline } : answer)
      setBusy(false)
    }
  }
  const input = (field: 'code' | 'name') => ({
    id: `${fieldAnchor(field)}-input`,
    wrong: faultAt(field) !== undefined,
  })
  return (
    <Page
      title={copy.title}
      offline={null}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-to-text' onTap={submit} disabled={busy}>
            {busy ? copy.fetching : copy.toText}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{door ? households.doorTitle(door.number) : copy.title}</Heading>
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      {told && <Failure told={told} onRetry={submit} onSignIn={toSignInAndBack} />}
      {door && (
        <View className='dfv-card dfv-stack'>
          <View className='dfv-text'>{copy.doorLead}</View>
          <View className='dfv-text'>{copy.doorNote}</View>
        </View>
      )}
      <View className='dfv-card'>
        {!door && (
          <Field name='code' label={copy.code} help={copy.codeHelp} error={faultAt('code')}>
            <TextInput
              {...input('code')}
              value={code}
              label={copy.codeLabel}
              keyboard='number'
              maxLength={CODE_LENGTH}
              onChange={setCode}
            />
          </Field>
        )}
        <Field name='name' label={copy.name} help={copy.nameHelp} error={faultAt('name')}>
          <TextInput
            {...input('name')}
            value={name}
            label={copy.name}
            maxLength={30}
            onChange={setName}
            onConfirm={() => void submit()}
          />
        </Field>
      </View>
      <View className='dfv-fine'>{copy.whoSees}</View>
    </Page>
  )
}
