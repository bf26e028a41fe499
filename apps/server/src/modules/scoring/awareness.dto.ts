import { z } from 'zod'
import { AreaCode } from '../areas/areas.dto.js'
import { AUDIENCES } from '../quizzes/paper-token.js'
import { VillageCode } from '../quizzes/quizzes.dto.js'

export const AwarenessParams = z.object({ code: VillageCode }).meta({ id: 'AwarenessParams' })
export type AwarenessParams = z.infer<typeof AwarenessParams>

export const AwarenessQuery = z
  .object({ year: z.coerce.number().int().min(2023).max(2100).optional() })
  .meta({ id: 'AwarenessQuery' })
export type AwarenessQuery = z.infer<typeof AwarenessQuery>

export const AwarenessReportParams = z.object({ code: AreaCode }).meta({ id: 'AwarenessReportParams' })
export type AwarenessReportParams = z.infer<typeof AwarenessReportParams>

const State = z.enum(['met', 'notMet', 'notApplicable', 'undetermined'])
const Warning = z.enum(['selfChosen', 'smallSample'])
const Deciding = z.enum(['sampled', 'self', 'none'])

export const AudienceAwareness = z
  .object({
    audience: z.enum(AUDIENCES),
    state: z.enum([...State.options, 'suppressed']).meta({ description: 'suppressed：不足5份，不公布数字' }),
    targetPercent: z.int(),
    channel: Deciding.optional(),
    aware: z.int().optional(),
    valid: z.int().optional(),
    rate: z.number().optional(),
    low: z.number().optional(),
    high: z.number().optional(),
    needed: z.int().optional().meta({ description: '还要多少人答题并知晓' }),
    warning: Warning.optional(),
  })
  .meta({ id: 'AudienceAwareness' })
export type AudienceAwareness = z.infer<typeof AudienceAwareness>

export const VillageAwareness = z
  .object({ areaCode: z.string(), year: z.int(), audiences: z.array(AudienceAwareness) })
  .meta({ id: 'VillageAwareness' })
export type VillageAwareness = z.infer<typeof VillageAwareness>

const Rate = z.object({ rate: z.number(), low: z.number(), high: z.number() })
const StateCounts = z
  .object({ met: z.int(), notMet: z.int(), notApplicable: z.int(), undetermined: z.int() })
  .meta({ description: '各有几个村' })
const Item = z.object({ stem: z.string(), basis: z.string(), asked: z.int(), correct: z.int() })
const Missing = z
  .object({
    code: z.enum([
      'not-counted',
      'no-answers',
      'too-few',
      'self-only',
      'no-roster',
      'untested',
      'no-venue-survey',
      'no-school-count',
      'class-too-few',
      'village-open',
    ]),
    count: z.int().optional(),
  })
  .meta({ description: '要判定还缺什么' })

export const PeopleReport = z
  .object({
    audience: z.enum(AUDIENCES),
    targetPercent: z.int(),
    state: State.nullable().meta({ description: '一个村的判定；镇、市没有' }),
    villages: StateCounts.nullable().meta({ description: '镇、市：各有几个村；村没有' }),
    deciding: Deciding.meta({ description: 'sampled 按抽样、入户、第三方，self 按自己来答题的' }),
    valid: z.int(),
    aware: z.int(),
    rate: Rate.nullable().meta({ description: '知晓率和95%区间；镇、市按各村人数加权，只算已能判定的村' }),
    population: z.int().nullable().meta({ description: '有多少人；没清点过为空' }),
    countedOn: z.string().nullable(),
    sampleNeeded: z.int().nullable().meta({ description: '一个村要多少份才能判定' }),
    needed: z.int().nullable().meta({ description: '还要多少人答题并知晓' }),
    warning: Warning.nullable(),
    channels: z.array(
      z.object({
        channel: z.enum(['self', 'invited', 'household', 'third-party']),
        valid: z.int(),
        aware: z.int(),
        rate: Rate.nullable(),
      }),
    ),
    again: z.int().meta({ description: '同一个人又答的，留着，不计入' }),
    shared: z
      .object({ valid: z.int(), aware: z.int() })
      .meta({ description: '同一部手机上第二份起的答卷，计入，单列' }),
    response: z
      .object({
        drawn: z.int(),
        answered: z.int(),
        refused: z.int(),
        unreachable: z.int(),
        ineligible: z.int(),
        open: z.int(),
        lowest: z
          .number()
          .nullable()
          .meta({ description: '假如没答的人都不知晓，知晓率是多少；没有抽样为空' }),
      })
      .nullable()
      .meta({ description: '抽到的人答了没有；没有抽样为空' }),
    trend: z.array(z.object({ year: z.int(), valid: z.int(), rate: Rate.nullable() })),
    items: z.array(Item).meta({ description: '答对的人最少的题；不足5份的不列' }),
    missing: z.array(Missing),
  })
  .meta({ id: 'PeopleAwareness' })
export type PeopleReport = z.infer<typeof PeopleReport>

export const VenueReport = z
  .object({
    state: State.nullable(),
    villages: StateCounts.nullable(),
    targetPercent: z.int(),
    venues: z.int(),
    staff: z.int().meta({ description: '名册上的人' }),
    tested: z.int(),
    aware: z.int().meta({ description: '没答的按不知晓算' }),
    items: z.array(Item),
    missing: z.array(Missing),
  })
  .meta({ id: 'VenueAwareness' })
export type VenueReport = z.infer<typeof VenueReport>

export const SchoolReport = z
  .object({
    state: State.nullable(),
    villages: StateCounts.nullable(),
    targetPercent: z.int(),
    schools: z.int(),
    aware: z.int().meta({ description: '达到的学校' }),
    answers: z.int().meta({ description: '课堂上的有效答卷' }),
    missing: z.array(Missing),
  })
  .meta({ id: 'SchoolAwareness' })
export type SchoolReport = z.infer<typeof SchoolReport>

export const AwarenessReport = z
  .object({
    areaCode: z.string(),
    name: z.string(),
    level: z.enum(['county', 'town', 'village']),
    year: z.int(),
    asOf: z.string(),
    people: z.array(PeopleReport),
    venue: VenueReport,
    student: SchoolReport,
    villages: z
      .array(
        z.object({
          areaCode: z.string(),
          name: z.string(),
          resident: State,
          migrant: State,
          venue: State,
          student: State,
        }),
      )
      .meta({ description: '镇、市：各村的判定' }),
  })
  .meta({ id: 'AwarenessReport' })
export type AwarenessReport = z.infer<typeof AwarenessReport>
