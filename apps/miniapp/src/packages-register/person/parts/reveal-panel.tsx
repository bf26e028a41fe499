import { View } from '@tarojs/components'
import type { RevealPurpose } from '@/shared/api'
import { common, person as copy } from '@/shared/copy'
import { callPhone, useNetwork } from '@/shared/platform'
import { Button, Facts, Field, Options, Region, Sheet, TextInput } from '@/shared/ui'
import type { Reveal } from '../use-reveal'

const PURPOSES = Object.entries(copy.purposes).map(([value, label]) => ({ value, label }))

/** Who it is: behind a purpose, for a minute. */
export function RevealPanel({ reveal, allowed }: { reveal: Reveal; allowed: boolean }) {
  const online = useNetwork((state) => state.online)
  if (!allowed) return <View className='dfv-fine'>{copy.mayNotReveal}</View>
  const { identity } = reveal
  if (identity) {
    const facts = [
      { name: copy.name, value: identity.name },
      { name: copy.phone, value: identity.phone ?? copy.noPhone },
      ...(identity.address ? [{ name: copy.address, value: identity.address }] : []),
    ]
    return (
      <Region role='group' label={copy.revealTitle} className='dfv-card dfv-revealed'>
        <Facts facts={facts} />
        <View className='dfv-row-wrap'>
          {identity.phone && (
            <Button small look='primary' icon='phone' onTap={() => callPhone(identity.phone ?? '')}>
              {copy.call}
            </Button>
          )}
          <Button small onTap={reveal.reveal}>
            {copy.longer}
          </Button>
          <Button small onTap={reveal.hide}>
            {copy.hideNow}
          </Button>
          <View className='dfv-fine'>{copy.left(reveal.seconds)}</View>
        </View>
      </Region>
    )
  }
  const faultOf = (field: string) => reveal.faults.find((fault) => fault.field === field)?.text
  return (
    <>
      {online ? (
        <Button icon='eye' onTap={reveal.open}>
          {copy.reveal}
        </Button>
      ) : (
        <View className='dfv-fine'>{copy.revealOffline}</View>
      )}
      <Sheet open={reveal.asking} title={copy.revealTitle} onClose={reveal.close}>
        <Field name='purpose' label={copy.revealWhy} error={faultOf('purpose')} group='radiogroup'>
          <Options
            options={PURPOSES}
            chosen={reveal.form.purpose ? [reveal.form.purpose] : []}
            onChange={([purpose]) => reveal.change({ purpose: purpose as RevealPurpose })}
          />
        </Field>
        {reveal.form.purpose === 'other' && (
          <Field name='note' label={copy.noteLabel} error={faultOf('note')}>
            <TextInput
              value={reveal.form.note}
              label={copy.noteLabel}
              maxLength={50}
              onChange={(note) => reveal.change({ note })}
            />
          </Field>
        )}
        {reveal.told && (
          <Region role='alert' className='dfv-errors'>
            {reveal.told.text}
          </Region>
        )}
        <View className='dfv-fine'>{copy.revealNote}</View>
        <View className='dfv-stack'>
          <Button look='primary' onTap={reveal.reveal} disabled={reveal.busy}>
            {copy.revealDo}
          </Button>
          <Button onTap={reveal.close}>{common.cancel}</Button>
        </View>
      </Sheet>
    </>
  )
}
