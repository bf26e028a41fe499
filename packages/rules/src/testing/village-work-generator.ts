import { addDays, addMonths, type IsoDate, monthOf, yearOf } from '../core/iso-date.ts'
import { KEY_PERSON_CATEGORIES } from '../records/key-person.ts'
import { PAST_EVIDENCE } from '../records/past-evidence.ts'
import { BOTTOM_LINES, DOCUMENTS } from '../records/vocabulary.ts'
import { dayBetween, idOf, isIn100, pick, type Writer, write, writeIf } from './ledger-writer.ts'

/** Something done again and again, as diligently as the village is. */
function repeat(
  writer: Writer,
  from: IsoDate,
  months: number,
  diligence: number,
  once: (on: IsoDate) => void,
): void {
  for (let on = from; on <= writer.until; on = addMonths(on, months)) {
    const day = addDays(on, writer.random.below(25))
    if (day <= writer.until && isIn100(writer.random, diligence)) once(day)
  }
}

function writeVenues(writer: Writer, startOn: IsoDate, diligence: number): void {
  const { random, areaCode, until } = writer
  repeat(writer, startOn, 9, diligence, (on) =>
    write(writer, 'venue-survey', areaCode, on, { venues: random.below(3) }),
  )
  for (let nth = random.below(3); nth > 0; nth--) {
    const venue = idOf(random)
    const on = isIn100(random, 70) ? startOn : dayBetween(random, startOn, until)
    const keyParts = isIn100(random, diligence) ? 'yes' : 'no'
    writeIf(writer, 'venue', venue, on, {
      keyParts,
      keyPartsText: keyParts === 'yes' ? '前台' : undefined,
      monitored: isIn100(random, diligence) ? 'yes' : 'no',
      closedOn: isIn100(random, 10) && addDays(on, 90) <= until ? addDays(on, 90) : undefined,
    })
    repeat(writer, on, 2, diligence, (day) => write(writer, 'venue-inspection', venue, day))
    if (isIn100(random, 40)) {
      const found = dayBetween(random, on, until)
      const problem = write(writer, 'venue-problem', venue, found, { fixBy: addDays(found, 20) })
      if (isIn100(random, diligence))
        writeIf(writer, 'rectification', venue, addDays(found, random.below(30)), { problem: problem.id })
    }
    writeIf(writer, 'staff-roster', venue, on)
    if (isIn100(random, diligence))
      writeIf(writer, 'pledge-signed', areaCode, addDays(on, random.below(40)), {
        level: 'village-venue',
        responsible: undefined,
        party: venue,
      })
  }
}

function writeGrids(writer: Writer, startOn: IsoDate, diligence: number): void {
  const { random, areaCode, until } = writer
  for (let nth = random.below(4); nth > 0; nth--) {
    const grid = idOf(random)
    const worker = `worker-${nth}`
    const on = isIn100(random, 80) ? startOn : dayBetween(random, startOn, until)
    writeIf(writer, 'grid', grid, on, { bounded: isIn100(random, 95) ? 'yes' : 'no', households: 100 })
    if (isIn100(random, 95)) writeIf(writer, 'grid-assignment', grid, on, { worker: [worker] })
    repeat(writer, on, 8, diligence, (day) =>
      write(writer, 'skill-check', grid, day, {
        worker: [worker],
        desktop: isIn100(random, 95) ? 'passed' : 'not-yet',
      }),
    )
    repeat(writer, `${monthOf(on)}-01`, 1, diligence, (day) => {
      if (day >= on) write(writer, 'patrol', grid, day)
    })
    repeat(writer, on, 2, diligence, (day) => write(writer, 'clean-up', grid, day))
    if (isIn100(random, diligence))
      writeIf(writer, 'pledge-signed', areaCode, addDays(on, random.below(40)), {
        level: 'village-grid',
        responsible: undefined,
        party: worker,
      })
  }
}

function writeDocuments(writer: Writer, startOn: IsoDate, diligence: number): void {
  const { random, areaCode, until } = writer
  for (let year = yearOf(startOn); year <= yearOf(until); year++) {
    const from = year === yearOf(startOn) ? startOn : `${year}-01-01`
    for (const { value } of DOCUMENTS)
      if (isIn100(random, diligence))
        writeIf(writer, 'village-document', areaCode, addDays(from, random.below(30)), {
          document: value,
          antiDrugClause: value === 'village-rules' ? pick(random, ['yes', 'yes', 'no']) : undefined,
        })
    if (isIn100(random, diligence))
      writeIf(writer, 'pledge-signed', areaCode, addDays(from, random.below(20)))
    for (const quarter of ['1', '2', '3', '4']) {
      const on = addDays(addMonths(`${year}-01-01`, Number(quarter) * 3), random.below(8))
      if (on < startOn || !isIn100(random, diligence)) continue
      const kept = BOTTOM_LINES.map(({ value }) => value)
      writeIf(writer, 'bottom-line-declaration', areaCode, on, {
        year,
        quarter,
        kept: isIn100(random, 98) ? kept : kept.slice(1),
      })
    }
    for (const kind of ['funds', 'meeting', 'experience-report'] as const)
      if (isIn100(random, diligence))
        writeIf(writer, kind, areaCode, dayBetween(random, from, `${year}-12-31`))
  }
  if (isIn100(random, diligence))
    writeIf(writer, 'bottom-lines-text', areaCode, addDays(startOn, random.below(20)))
  if (isIn100(random, diligence))
    writeIf(writer, 'leading-group', areaCode, startOn, { dedicated: isIn100(random, 95) ? 'yes' : 'no' })
  if (isIn100(random, diligence)) writeIf(writer, 'village-office', areaCode, startOn)
  const site = idOf(random)
  repeat(writer, startOn, 9, diligence, (on) =>
    write(writer, 'education-site', site, on, { inUse: isIn100(random, 95) ? 'yes' : 'no' }),
  )
}

function writeKeyPersons(writer: Writer, startOn: IsoDate, diligence: number): void {
  const { random, areaCode, until, records } = writer
  repeat(writer, startOn, 2, diligence, (on) => write(writer, 'sweep', areaCode, on))
  const persons = records.filter(({ kind }) => kind === 'person-registration')
  for (const { subjectId, occurredOn } of persons) {
    repeat(writer, occurredOn, 1, diligence, (on) =>
      write(writer, 'verification', subjectId, on, {
        whereabouts: pick(random, ['at-home', 'at-home', 'away']),
      }),
    )
    if (isIn100(random, 20))
      write(writer, 'key-person', subjectId, dayBetween(random, occurredOn, until), {
        category: pick(random, KEY_PERSON_CATEGORIES).value,
      })
    if (isIn100(random, 4))
      write(writer, 'transfer-acceptance', subjectId, dayBetween(random, occurredOn, until), {
        fromArea: areaCode,
        toArea: '441581990208',
      })
  }
  for (let nth = random.below(3); nth > 0; nth--) {
    const person = idOf(random)
    const on = dayBetween(random, startOn, until)
    write(writer, 'key-person', person, on, { measure: isIn100(random, diligence) ? 'visits' : 'none' })
    repeat(writer, on, 1, diligence, (day) => write(writer, 'verification', person, day))
    if (isIn100(random, 10)) writeIf(writer, 'key-person-end', person, addDays(on, random.below(200)))
  }
}

function writeFindings(writer: Writer, startOn: IsoDate): void {
  const { random, areaCode, until } = writer
  const someDay = (): IsoDate => dayBetween(random, startOn, until)
  if (isIn100(random, 8))
    write(writer, 'new-finding', idOf(random), someDay(), {
      origin: pick(random, ['found', 'found', 'registered']),
      ...pick(random, [
        { residence: 'household-here' },
        { residence: 'inflow', monthsHere: random.below(12) },
      ]),
    })
  if (isIn100(random, 4))
    write(writer, 'incident', areaCode, someDay(), { incidentType: pick(random, ['trafficking', 'other']) })
  if (isIn100(random, 2)) write(writer, 'concealment-finding', areaCode, someDay())
  if (isIn100(random, 3)) write(writer, 'bottom-line-breach', areaCode, someDay())
  if (isIn100(random, 20))
    writeIf(writer, 'past-evidence', areaCode, addDays(startOn, 20), {
      covers: pick(random, PAST_EVIDENCE).value,
      firstMonth: `${yearOf(startOn)}-01`,
      lastMonth: monthOf(startOn),
    })
}

/** Everything beside persons and activities: venues, grids, papers, key persons, findings. */
export function writeVillageWork(writer: Writer, startOn: IsoDate, diligence: number): void {
  if (startOn > writer.until) return
  writeVenues(writer, startOn, diligence)
  writeGrids(writer, startOn, diligence)
  writeDocuments(writer, startOn, diligence)
  writeKeyPersons(writer, startOn, diligence)
  writeFindings(writer, startOn)
}
