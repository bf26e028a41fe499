import type { RowIssue } from '../../platform/workbook/table-workbook.js'
import type { PersonMatch, PersonReference, VillageDirectory } from '../registers/person-directory.js'
import type { SubjectFile } from '../registers/subject-file.js'
import type { RowReading } from './row-reading.js'
import type { Sheet } from './sheets.js'

/** Whom a row is about. The days are what its dates are checked against, as on the form. */
export type SubjectOfRow = {
  id: string
  /** The row opens its file. */
  isNew: boolean
  bornIn?: number
  registeredOn?: string
}

/** The files that rows may name: persons by code and blind index, the others by name. */
export type KnownSubjects = {
  persons: VillageDirectory
  places: readonly Pick<SubjectFile, 'id' | 'name' | 'registeredOn'>[]
}

/** Ids for what a row makes known. */
export type NewIds = { person: (row: number) => string; place: (name: string) => string }

type Named = { name: string; birthYear?: number; idNumber?: string }
type Found = SubjectOfRow | { issue: RowIssue }

const NOT_FOUND: Record<Exclude<PersonMatch['outcome'], 'found'>, string> = {
  none: '没有找到这个人，请核对编号，或姓名和出生年份。还没登记的，先导入人员名册',
  several: '有几个人对得上，请填人员编号或身份证号',
  contradiction: '编号和姓名、出生年份或身份证号不是同一个人，请核对',
}

/** Finds the subject of each row, in the order of the rows, and what two rows have in common that they must not. */
export class RowSubjects {
  private readonly existing = new Map<string, number>()
  private readonly fresh: { row: number; who: Named }[] = []

  constructor(
    private readonly sheet: Sheet,
    private readonly areaCode: string,
    private readonly known: KnownSubjects,
    private readonly ids: NewIds,
  ) {}

  of(reading: RowReading): Found {
    switch (this.sheet.about) {
      case 'village':
        return { id: this.areaCode, isNew: false }
      case 'person':
        return this.registered(reading)
      case 'newPerson':
        return this.arriving(reading)
      default:
        return this.place(reading)
    }
  }

  get files(): { existing: readonly string[]; new: number } {
    return { existing: [...this.existing.keys()], new: this.fresh.length }
  }

  private registered({ row, person }: RowReading): Found {
    const issue = (text: string) => ({ issue: { row, column: 'person.code', text } })
    if (person.code === undefined && person.idNumber === undefined && person.name === undefined)
      return issue('请填人员编号，或姓名和出生年份')
    const match = this.known.persons.find(person)
    if (match.outcome !== 'found') return issue(NOT_FOUND[match.outcome])
    const { id, registeredOn, head } = match.person
    if (!this.existing.has(id)) this.existing.set(id, row)
    return { id, isNew: false, bornIn: head.birthYear, registeredOn }
  }

  /** Somebody to be registered, or to be registered again: then the row corrects what stands. */
  private arriving({ row, answers }: RowReading): Found {
    const said: PersonReference & { registeredOn?: string } = answers.get('person-registration') ?? {}
    const { name, birthYear, idNumber, registeredOn } = said
    const isNew = { id: this.ids.person(row), isNew: true, bornIn: birthYear, registeredOn }
    const issue = (text: string) => ({ issue: { row, column: 'person-registration.name', text } })
    // Without a name nobody can be found; that it is missing is told with the other fields.
    if (name === undefined) return isNew
    const who = { name, birthYear, idNumber }
    const match = this.known.persons.findAlike(who)
    if (match.outcome === 'several') return issue('名册上有几个人同名同年，请在手机上改')
    if (match.outcome === 'found') {
      const { id, head } = match.person
      const earlier = this.existing.get(id)
      if (earlier !== undefined) return issue(`和第${earlier}行是同一个人，请留一行`)
      this.existing.set(id, row)
      return { id, isNew: false, bornIn: head.birthYear, registeredOn: match.person.registeredOn }
    }
    const twin = this.fresh.find((other) => isAlike(other.who, who))
    if (twin)
      return issue(
        `和第${twin.row}行同名同年或身份证号一样。是同一个人就留一行，不是就把两行的身份证号都填上`,
      )
    this.fresh.push({ row, who })
    return isNew
  }

  /** A venue, grid, site or school; the village has one of a name. Its row may stand once in a table. */
  private place({ row, answers }: RowReading): Found {
    const [kind] = this.sheet.kinds
    const said: Record<string, unknown> = (kind && answers.get(kind)) ?? {}
    const name = typeof said.name === 'string' ? said.name : undefined
    const registeredOn = typeof said.registeredOn === 'string' ? said.registeredOn : undefined
    if (name === undefined) return { id: this.ids.place(`row ${row}`), isNew: true, registeredOn }
    const issue = (earlier: number) => ({
      issue: { row, column: `${kind}.name`, text: `和第${earlier}行同名，请留一行，或把名称写得不一样` },
    })
    const file = this.known.places.find((one) => plain(one.name ?? '') === plain(name))
    if (file) {
      const earlier = this.existing.get(file.id)
      if (earlier !== undefined) return issue(earlier)
      this.existing.set(file.id, row)
      return { id: file.id, isNew: false, registeredOn: file.registeredOn }
    }
    const twin = this.fresh.find(({ who }) => plain(who.name) === plain(name))
    if (twin) return issue(twin.row)
    this.fresh.push({ row, who: { name } })
    return { id: this.ids.place(plain(name)), isNew: true, registeredOn }
  }
}

/** The rule of a registration by form, within one table. */
function isAlike(a: Named, b: Named): boolean {
  if (a.idNumber !== undefined && b.idNumber !== undefined) return a.idNumber === b.idNumber
  return plain(a.name) === plain(b.name) && a.birthYear === b.birthYear
}

const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '')
