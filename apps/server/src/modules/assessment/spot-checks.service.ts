import { randomInt } from 'node:crypto'
import { drawNumbers } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope, townCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import { workScope } from '../registers/file-access.js'
import type { SpotCheckIn, SpotFindingIn, ThingParams } from './assessment.dto.js'
import { AssessmentYearsRepository } from './assessment-years.repository.js'
import type { SpotCheck } from './spot-check.entity.js'
import { SpotChecksRepository } from './spot-checks.repository.js'
import { YearFiles } from './year-files.js'

/** No 0 O, 1 I L: people read the seed aloud and type it. */
const SEED_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const SEED_LENGTH = 8

/** Villages that are checked on the spot are drawn, never chosen; what was found is written down and stays. */
@Injectable()
export class SpotChecksService {
  constructor(
    private readonly checks: SpotChecksRepository,
    private readonly years: AssessmentYearsRepository,
    private readonly files: YearFiles,
    private readonly areas: AreasService,
    private readonly writePolicy: AreaWritePolicy,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Draws from all villages that take part, numbered in the order of the official codes. Asked again under the same id it is
   * the same draw. Who draws once more in a year says why: nobody draws until the villages suit him.
   * @throws DomainError NOT_FOUND, DEMO_READ_ONLY, ASSESSMENT_NOT_OPEN, INVALID
   */
  draw(actor: Actor, { code, year, id }: ThingParams, { count, reason }: SpotCheckIn): Promise<void> {
    return this.transactions.run(async (tx) => {
      const town = workScope(actor).contains(code) ? await this.areas.find(tx, code) : null
      if (town?.level !== 'town') throw notFound()
      this.writePolicy.assertWritable(code)
      const cycle = await this.years.lockCycle(tx, code, year)
      if (!cycle) throw new DomainError('ASSESSMENT_NOT_OPEN', { year })
      const known = await this.checks.under(tx, AreaScope.of(code), year)
      if (known.some((one) => one.id === id)) return
      const villages = takingPart(await this.areas.villagesUnder(tx, code), cycle.asOf)
      if (count > villages.length)
        throw new DomainError('INVALID', { count: 1 }, [
          { path: 'count', code: 'tooLarge', text: `参加考核的只有${villages.length}个村。` },
        ])
      if (known.length > 0 && reason === undefined)
        throw new DomainError('INVALID', { count: 1 }, [
          { path: 'reason', code: 'required', text: '这一年已经抽过，再抽要写明为什么。' },
        ])
      const check: SpotCheck = {
        areaCode: code,
        id,
        year,
        seed: Array.from({ length: SEED_LENGTH }, () => SEED_ALPHABET[randomInt(SEED_ALPHABET.length)]).join(
          '',
        ),
        villages: JSON.stringify(villages.map((village) => village.code)),
        size: villages.length,
        drawn: count,
        reason: reason ?? null,
        drawnBy: actor.accountId,
        drawnAt: this.clock.now(),
      }
      await this.checks.insert(tx, check)
      await this.audit.add(tx, {
        actor,
        areaCode: code,
        action: 'assessment.spotDrawn',
        objectType: 'spot-check',
        objectId: id,
        details: { year, seed: check.seed, size: check.size, count, appointmentId: actor.appointmentId },
      })
    })
  }

  /** @throws DomainError NOT_FOUND also when that draw did not hit the village; INVALID */
  find(actor: Actor, { code, year, id }: ThingParams, input: SpotFindingIn): Promise<void> {
    return this.transactions.run(async (tx) => {
      await this.files.lock(tx, actor, code, year)
      const checks = await this.checks.under(tx, AreaScope.of(townCode(code)), year)
      const check = checks.find((one) => one.id === input.spotCheckId)
      if (!check || !drawnVillages(check).some((one) => one.areaCode === code)) throw notFound()
      const known = await this.checks.findingsUnder(tx, AreaScope.of(code), year)
      if (known.some((one) => one.id === id)) return
      if (input.checkedOn > this.clock.today())
        throw new DomainError('INVALID', { count: 1 }, [
          { path: 'checkedOn', code: 'futureDate', text: '检查日期不能晚于今天。' },
        ])
      await this.checks.addFinding(tx, {
        ...input,
        areaCode: code,
        id,
        year,
        holds: input.holds ? 1 : 0,
        enteredBy: actor.accountId,
        enteredAt: this.clock.now(),
      })
      await this.audit.add(tx, {
        actor,
        areaCode: code,
        action: 'assessment.spotFound',
        objectType: 'spot-check',
        objectId: input.spotCheckId,
        details: { item: input.item, holds: input.holds, appointmentId: actor.appointmentId },
      })
    })
  }
}

/** Villages that had begun the programme by the last day that is judged. */
export const takingPart = (villages: readonly Area[], asOf: string): Area[] =>
  villages.filter(({ startOn }) => startOn !== null && startOn <= asOf)

/** The villages of a draw with the numbers under which they stood in the list, in the order drawn. */
export function drawnVillages({
  seed,
  size,
  drawn,
  villages,
}: SpotCheck): { number: number; areaCode: string }[] {
  const codes: string[] = JSON.parse(villages)
  return drawNumbers({ seed, size, count: drawn }).map((number) => ({
    number,
    areaCode: codes[number - 1] as string,
  }))
}
