import { View } from '@tarojs/components'
import { textSize as copy, textSizes } from '@/shared/copy'
import { chooseTextSize, Field, Options, Page, type TextSize, useTextSize } from '@/shared/ui'

/** One tap, and the whole app follows. */
export default function TextSizePage() {
  const size = useTextSize((state) => state.size)
  const options = textSizes.map((label, index) => ({ value: String(index + 1), label }))
  return (
    <Page title={copy.title}>
      <Field name='size' label={copy.hint} group='radiogroup'>
        <Options
          options={options}
          chosen={[String(size)]}
          onChange={([chosen]) => chooseTextSize(Number(chosen) as TextSize)}
        />
      </Field>
      <View className='dfv-card'>{copy.sample}</View>
    </Page>
  )
}
