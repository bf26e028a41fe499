import type { PersonMatch, PersonReference, VillageDirectory } from '../registers/person-directory.js'
import type { RowReading } from './row-reading.js'
import type { RowIssue } from './table-workbook.js'

/** Whom a row is about. The days are what its dates are checked against, as on the form. */
export type SubjectOfRow = {
  id: string
  is: 'village' | 'person' | 'newPerson'
  bornIn?: number
  registeredOn?: string
}

type Named = { name: string; birthYear?: number; idNumber?: string }

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
    private readonly about: 'newPerson' | 'person' | 'village',
    private readonly areaCode: string,
    private readonly directory: VillageDirectory,
    private readonly newId: (row: number) => string,
  ) {}

  of(reading: RowReading): SubjectOfRow | { issue: RowIssue } {
    if (this.about === 'village') return { id: this.areaCode, is: 'village' }
    return this.about === 'person' ? this.registered(reading) : this.arriving(reading)
  }

  get persons(): { existing: readonly string[]; new: number } {
    return { existing: [...this.existing.keys()], new: this.fresh.length }
  }

  private registered({ row, person }: RowReading): SubjectOfRow | { issue: RowIssue } {
    const issue = (text: string) => ({ issue: { row, column: 'person.code', text } })
    if (person.code === undefined && person.idNumber === undefined && person.name === undefined)
      return issue('请填人员编号，或姓名和出生年份')
    const match = this.directory.find(person)
    if (match.outcome !== 'found') return issue(NOT_FOUND[match.outcome])
    const { id, registeredOn, head } = match.person
    if (!this.existing.has(id)) this.existing.set(id, row)
    return { id, is: 'person', bornIn: head.birthYear, registeredOn }
  }

  /** Somebody to be registered, or to be registered again: then the row corrects what stands. */
  private arriving({ row, answers }: RowReading): SubjectOfRow | { issue: RowIssue } {
    const said: PersonReference = answers.get('person-registration') ?? {}
    const { name, birthYear, idNumber } = said
    const registeredOn = answers.get('person-registration')?.registeredOn as string | undefined
    const issue = (text: string) => ({ issue: { row, column: 'person-registration.name', text } })
    // Without a name nobody can be found; that it is missing is told with the other fields.
    if (name === undefined) return { id: this.newId(row), is: 'newPerson', bornIn: birthYear, registeredOn }
    const who = { name, birthYear, idNumber }
    const match = this.directory.findAlike(who)
    if (match.outcome === 'several') return issue('名册上有几个人同名同年，请在手机上改')
    if (match.outcome === 'found') {
      const { id, head } = match.person
      const earlier = this.existing.get(id)
      if (earlier !== undefined) return issue(`和第${earlier}行是同一个人，请留一行`)
      this.existing.set(id, row)
      return { id, is: 'person', bornIn: head.birthYear, registeredOn: match.person.registeredOn }
    }
    const twin = this.fresh.find((other) => isAlike(other.who, who))
    if (twin)
      return issue(
        `和第${twin.row}行同名同年或身份证号一样。是同一个人就留一行，不是就把两行的身份证号都填上`,
      )
    this.fresh.push({ row, who })
    return { id: this.newId(row), is: 'newPerson', bornIn: birthYear, registeredOn }
  }
}

/** The rule of a registration by form, within one table. */
function isAlike(a: Named, b: Named): boolean {
  if (a.idNumber !== undefined && b.idNumber !== undefined) return a.idNumber === b.idNumber
  return plain(a.name) === plain(b.name) && a.birthYear === b.birthYear
}

const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '')
