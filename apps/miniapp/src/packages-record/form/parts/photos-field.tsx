import type { Field as FieldSpec } from '@dfv/rules'
import { photos as copy } from '@/shared/copy'
import { PhotoPicker } from '@/shared/photo-strip'
import { Field } from '@/shared/ui'

type Props = {
  frame: Omit<Parameters<typeof Field>[0], 'children' | 'group'>
  field: FieldSpec
  chosen: string[]
  onChange: (value: unknown) => void
}

const MOST = 9

/** Photos that go with a record, for whoever wants to add some. */
export function PhotosField({ frame, field, chosen, onChange }: Props) {
  return (
    <Field {...frame}>
      <PhotoPicker chosen={chosen} most={field.max ?? MOST} follows={copy.follows} onChange={onChange} />
    </Field>
  )
}
