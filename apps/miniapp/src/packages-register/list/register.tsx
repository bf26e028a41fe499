import { placeKindOf, REGISTERS, type RegisterId, type Village } from '@/shared/village'
import { KeyPersons } from './parts/key-persons'
import { Persons } from './parts/persons'
import { Places } from './parts/places'
import { Records } from './parts/records'

/** The content of a book. */
export function Register({ village, id }: { village: Village; id: RegisterId }) {
  const type = placeKindOf(id)
  if (type) return <Places village={village} type={type} />
  const { of } = REGISTERS[id]
  if (of === 'persons') return <Persons village={village} />
  if (of === 'key') return <KeyPersons village={village} />
  return <Records village={village} id={id} />
}
