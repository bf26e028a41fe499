import { signedHouseholds } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AreaScope, areaLevel, villageCode } from '../../platform/auth/area-scope.js'
import type { AppointedRole } from '../../platform/auth/roles.js'
import { AppointmentsService, type Holder } from '../accounts/appointments.service.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import { LedgerReader } from '../records/ledger-reader.js'
import type { SubjectFile } from '../registers/subject-file.js'
import { SubjectHeads } from '../registers/subject-heads.js'
import type { Pledge } from './pledge.entity.js'
import type { PledgeLevel } from './pledge-template.entity.js'

/** Levels that a post signs with its account. Households have none: they sign by the slip of their number. */
export const PHONE_LEVELS = ['town-village', 'village-grid-worker', 'village-venue', 'class'] as const
export type PhoneLevel = (typeof PHONE_LEVELS)[number]

/** Who signs each level, and who asks for it. */
export const SIGNERS: Readonly<Record<PhoneLevel, { role: AppointedRole; asks: AppointedRole }>> = {
  'town-village': { role: 'village-secretary', asks: 'town-office' },
  'village-grid-worker': { role: 'grid-worker', asks: 'village-secretary' },
  'village-venue': { role: 'venue-manager', asks: 'village-secretary' },
  class: { role: 'teacher', asks: 'village-secretary' },
}

/** One pledge that a year asks for. */
export type Duty = {
  level: PhoneLevel
  /** Village, or the grid of its worker. */
  areaCode: string
  /** Venue or school; empty: the area itself. */
  subjectId: string
  /** Name of the area or place. */
  place: string
  /** Null: nobody holds the post. */
  holder: Holder | null
}

/** A duty and a pledge of one person for one place are the same duty. */
export const dutyKey = (one: Pick<Pledge, 'level' | 'areaCode' | 'subjectId' | 'signerAccountId'>): string =>
  [one.level, one.areaCode, one.subjectId, one.signerAccountId].join('/')

export const keyOf = ({ level, areaCode, subjectId, holder }: Duty): string =>
  dutyKey({ level, areaCode, subjectId, signerAccountId: holder?.accountId ?? '' })

/** What the ledgers of a year say: duties that a paper covers, and how many households have signed, on paper or a phone. */
export type Papers = { covers: (duty: Duty) => boolean; households: (village: string) => number }

/** Who has to sign, from the appointments and registers of a day. */
@Injectable()
export class PledgeDuties {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly areas: AreasService,
    private readonly subjects: SubjectHeads,
    private readonly ledgers: LedgerReader,
  ) {}

  /**
   * The duties in an area, in the order of villages, levels and places. A secretary, a grid worker and a venue are
   * needed even where nobody holds the post; a class only where a teacher holds it.
   */
  async under(
    tx: EntityManager,
    areaCode: string,
    levels: readonly PhoneLevel[],
    on: string,
  ): Promise<{ village: Area; duties: Duty[] }[]> {
    const scope = AreaScope.of(areaCode)
    const villages = await this.areas.villagesUnder(tx, villageCode(areaCode))
    const grids = await this.areas.list(tx, { under: areaCode, level: 'grid' })
    const roles = levels.map((level) => SIGNERS[level].role)
    const holders = await this.appointments.holdersUnder(tx, { roles, scope, on })
    const places = await this.subjects.placesUnder(tx, scope, ['venue', 'school'])
    const open = places.filter(({ head }) => head.endedOn === undefined || head.endedOn > on)
    return villages.map((village) => {
      const here = (code: string) => villageCode(code) === village.code
      const facts: VillageFacts = {
        village,
        grids: grids.filter(({ code }) => here(code)),
        holders: holders.filter((one) => here(one.areaCode)),
        places: open.filter((one) => here(one.areaCode)),
      }
      return { village, duties: levels.flatMap((level) => DUTIES[level](facts)) }
    })
  }

  /** What was signed on paper in an area for a year, and by households in any way. */
  async papers(tx: EntityManager, areaCode: string, year: number): Promise<Papers> {
    const records = await this.ledgers.ofKind(tx, AreaScope.of(villageCode(areaCode)), 'pledge-signed')
    const ofYear = records.filter(({ payload }) => payload.year === year)
    const papers = ofYear.filter(({ payload }) => payload.paper !== undefined)
    const parties = new Map<string, unknown[]>()
    for (const { areaCode: village, payload } of ofYear)
      if (payload.level === 'village-household')
        parties.set(village, [...(parties.get(village) ?? []), payload.party])
    const keys = new Set(
      papers.map(({ areaCode: code, payload }) => paperKey(code, payload.level, payload.party)),
    )
    return {
      covers: ({ level, areaCode: code, subjectId, holder }) => {
        const party = level === 'village-venue' ? subjectId : holder?.accountId
        const ofLevel = level === 'village-grid-worker' ? 'village-grid' : level
        return keys.has(paperKey(villageCode(code), ofLevel, level === 'town-village' ? undefined : party))
      },
      households: (village) => signedHouseholds(parties.get(village) ?? []),
    }
  }
}

const paperKey = (village: string, level: unknown, party: unknown): string =>
  [village, level, party ?? ''].join('/')

type VillageFacts = { village: Area; grids: Area[]; holders: Holder[]; places: SubjectFile[] }

const DUTIES: Readonly<Record<PhoneLevel, (facts: VillageFacts) => Duty[]>> = {
  'town-village': ({ village, holders }) =>
    ofArea(
      'town-village',
      village,
      holders.filter(({ role }) => role === 'village-secretary'),
    ),
  'village-grid-worker': ({ village, grids, holders }) => {
    const workers = holders.filter(({ role }) => role === 'grid-worker')
    const ofVillage = workers.filter(({ areaCode }) => areaLevel(areaCode) === 'village')
    return [
      ...ofVillage.map((holder): Duty => duty('village-grid-worker', village, holder)),
      ...grids.flatMap((grid) =>
        ofArea(
          'village-grid-worker',
          grid,
          workers.filter(({ areaCode }) => areaCode === grid.code),
        ),
      ),
    ]
  },
  'village-venue': ({ holders, places }) =>
    places
      .filter(({ type }) => type === 'venue')
      .map((venue): Duty => {
        // A venue signs once, by the manager who has held the post longest.
        const manager = holders.find(
          ({ role, subjectId }) => role === 'venue-manager' && subjectId === venue.id,
        )
        return ofPlace('village-venue', venue, manager ?? null)
      }),
  class: ({ holders, places }) =>
    places
      .filter(({ type }) => type === 'school')
      .flatMap((school) =>
        holders
          .filter(({ role, subjectId }) => role === 'teacher' && subjectId === school.id)
          .map((teacher): Duty => ofPlace('class', school, teacher)),
      ),
}

const duty = (level: PhoneLevel, area: Area, holder: Holder | null): Duty => ({
  level,
  areaCode: area.code,
  subjectId: '',
  place: area.name,
  holder,
})

const ofArea = (level: PhoneLevel, area: Area, holders: readonly Holder[]): Duty[] =>
  holders.length === 0 ? [duty(level, area, null)] : holders.map((holder) => duty(level, area, holder))

const ofPlace = (level: PhoneLevel, place: SubjectFile, holder: Holder | null): Duty => ({
  level,
  areaCode: place.areaCode,
  subjectId: place.id,
  place: place.name ?? place.code,
  holder,
})

export const isPhoneLevel = (level: PledgeLevel): level is PhoneLevel => level !== 'village-household'
