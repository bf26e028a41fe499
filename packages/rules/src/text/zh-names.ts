import type { State } from '../core/outcome.ts'
import type { Role } from '../core/role.ts'
import type { Reason, Track } from '../scorecard.ts'

/** What states, reasons, people and things are called. */
export const ZH_NAMES = {
  state: { met: '达标', notMet: '未达标', undetermined: '待判定', notApplicable: '不适用' } satisfies Record<
    State,
    string
  >,

  notApplicable: '没有这类对象，这一项不评。',
  noneFoundTrack: '目前没有登记对象，也没有发现情况，按“无吸毒、无贩毒、无种毒、无制毒”核对。',

  reason: {
    malformedLedger: '这个村的数据读不出来，已报告。',
    malformedRecord: '有一条记录读不出来，这一条没算出来，已报告。',
    unknownKind: '有新种类的记录，请更新小程序后再看。',
    newerVersion: '有新版的记录，请更新小程序后再看。',
    noPolicy: '这一天还没有适用的政策，不能判定。',
    ruleFailed: '这一条没算出来，已报告。',
    evidenceMissing: '还缺依据，补齐后就能判定。',
    awaitingReview: '有记录等第二个人核对。',
    rosterNotConfirmed: '还不能判定。请先确认名册。',
    nothingToJudge: '没有这类对象，这一项不评。',
    noneFound: '没有这类对象，这一项不评。',
    partsNotJudged: '有的条款由人工评定，这里不下结论。',
  } satisfies Record<Reason, string>,

  /** Who or what is meant where the name is not known. */
  someone: {
    who: '有一人',
    worker: '有一名网格员',
    venue: '有一家场所',
    grid: '有一个网格',
    site: '教育阵地',
  },

  track: { 'ten-standards': '按十条标准', 'none-found': '按没有发现人员和案件' } satisfies Record<
    Track,
    string
  >,

  role: {
    'county-office': '市禁毒办',
    'county-assessor': '市考评',
    'town-office': '镇禁毒办',
    police: '派出所民警',
    'posted-leader': '驻村领导',
    'village-secretary': '村书记',
    'case-worker': '专干',
    'grid-worker': '网格员',
    'venue-manager': '场所负责人',
    teacher: '老师',
    resident: '群众',
    'system-admin': '系统管理员',
  } satisfies Record<Role, string>,
} as const
