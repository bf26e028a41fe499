import { placesApi } from '@/shared/api'
import { appoint as copy } from '@/shared/copy'
import { useResource } from '@/shared/resource'
import { EmptyState, Failure, Field, Options, Skeleton } from '@/shared/ui'

type Subject = { id: string; name: string }
type Props = {
  type: 'venue' | 'school'
  areaCode: string
  chosen: Subject | null
  error?: string
  onChosen: (subject: Subject) => void
}

/** Which venue he manages, at which school he teaches: one of the village's, and only of that one he will see anything. */
export function SubjectField({ type, areaCode, chosen, error, onChosen }: Props) {
  const places = useResource(`${type} ${areaCode}`, () => placesApi.list({ type, areaCode }))
  const items = places.data?.items.filter(({ endedOn }) => !endedOn) ?? []
  return (
    <Field name='subjectId' label={copy.subject[type]} error={error} group='radiogroup'>
      {places.loading && <Skeleton rows={1} />}
      {places.failure && <Failure told={places.failure} onRetry={places.reload} />}
      {places.data && items.length === 0 && <EmptyState text={copy.subjectNone[type]} />}
      <Options
        options={items.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={chosen ? [chosen.id] : []}
        onChange={([id]) => {
          const place = items.find((one) => one.id === id)
          if (place) onChosen({ id: place.id, name: place.name })
        }}
      />
    </Field>
  )
}
