import { addDays, type IsoDate, yearOf } from '../core/iso-date.ts'
import { JUDGED_MATTERS } from '../records/human-judgement.ts'
import { REPORT_MATTERS } from '../records/vocabulary.ts'
import { dayBetween, idOf, isIn100, pick, type Writer, writeIf } from './ledger-writer.ts'

/** What the law asks of a person: leave, stays without it, agreements, reports and decisions. */
export function writeLawWork(writer: Writer, person: string, from: IsoDate, diligence: number): void {
  const { random, until } = writer
  const someDay = (): IsoDate => dayBetween(random, from, until)
  if (isIn100(random, diligence)) {
    const regime = pick(random, ['community-treatment', 'community-rehabilitation'])
    writeIf(writer, 'agreement', person, addDays(from, random.below(30)), { regime })
  }
  for (let nth = isIn100(random, 8) ? 1 + random.below(4) : 0; nth > 0; nth--) {
    const on = someDay()
    const back = addDays(on, random.below(40))
    writeIf(writer, 'absence', person, on, {
      returnedOn: back <= until && isIn100(random, 80) ? back : undefined,
    })
  }
  if (isIn100(random, 10)) {
    const on = someDay()
    writeIf(writer, 'leave', person, on, { to: addDays(on, random.below(60)) })
  }
  if (isIn100(random, 4)) writeIf(writer, 'transfer', person, someDay())
  for (const kind of ['police-report', 'town-decision'] as const)
    if (isIn100(random, 6))
      writeIf(writer, kind, person, someDay(), { matter: pick(random, REPORT_MATTERS).value })
}

function writeSchools(writer: Writer, startOn: IsoDate, diligence: number): void {
  const { random, until } = writer
  for (let nth = random.below(2); nth > 0; nth--) {
    const school = idOf(random)
    const pupils = 10 + random.below(200)
    writeIf(writer, 'school', school, startOn, {
      pupils,
      closedOn: isIn100(random, 5) && addDays(startOn, 90) <= until ? addDays(startOn, 90) : undefined,
    })
    for (let classes = random.below(3); classes > 0; classes--) {
      const valid = random.below(Math.min(pupils, 40)) + 1
      writeIf(writer, 'class-session', school, dayBetween(random, startOn, until), {
        pupils: valid,
        valid,
        aware: isIn100(random, diligence) ? valid : random.below(valid + 1),
      })
    }
  }
}

/** What the yearly file adds: schools, counts, figures of the police, judgements of people. */
export function writeYearFiles(writer: Writer, startOn: IsoDate, diligence: number): void {
  const { random, areaCode, until } = writer
  if (startOn > until) return
  const someDay = (): IsoDate => dayBetween(random, startOn, until)
  writeSchools(writer, startOn, diligence)
  for (const audience of ['resident', 'migrant', 'student'])
    if (isIn100(random, diligence))
      writeIf(writer, 'audience-count', areaCode, someDay(), {
        audience,
        count: audience === 'resident' ? 200 + random.below(3000) : random.below(3) * random.below(100),
      })
  if (isIn100(random, 50))
    writeIf(writer, 'police-quota', areaCode, someDay(), { casesDone: random.below(5) })
  for (const { value: matter } of JUDGED_MATTERS)
    if (isIn100(random, 30)) {
      const on = someDay()
      writeIf(writer, 'human-judgement', areaCode, on, {
        year: yearOf(on),
        matter,
        holds: pick(random, ['yes', 'no']),
        score: matter === 'effect' ? random.below(101) : undefined,
      })
    }
}
