import { textSize as copy, textSizes } from '@/shared/copy'
import { chooseTextSize, Field, Options, type TextSize, useTextSize } from '@/shared/ui'

/** Four sizes; one tap, and the whole app follows. */
export function TextSizeChoice() {
  const size = useTextSize((state) => state.size)
  return (
    <Field name='size' label={copy.title} help={copy.hint} group='radiogroup'>
      <Options
        options={textSizes.map((label, index) => ({ value: String(index + 1), label }))}
        chosen={[String(size)]}
        onChange={([chosen]) => chooseTextSize(Number(chosen) as TextSize)}
      />
    </Field>
  )
}
