import type { State } from '../core/outcome.ts'
import type { Role } from '../core/role.ts'
import type {
  MissingCode,
  NextCode,
  NoteCode,
  ObligationKind,
  PartId,
  Reason,
  StandardId,
  Track,
} from '../scorecard.ts'

/**
 * Every Chinese word of the rules outside the record kinds, by id. `{name}` is filled in; `{who}` is the person's code,
 * `{when}` the period. Written for the village secretary: short, plain, saying what to do. Clause quotes keep the notice's words.
 */
export const ZH = {
  state: { met: '达标', notMet: '未达标', undetermined: '待判定', notApplicable: '不适用' } satisfies Record<
    State,
    string
  >,

  standard: { S2: '帮教谈话检测', S4: '帮教小组', S7: '宣传活动' } satisfies Record<StandardId, string>,

  part: {
    'S2.support': '有帮教小组',
    'S2.talks': '谈话',
    'S2.tests': '检测',
    'S2.relapse': '没有再次使用',
    'S2.threeYears': '三年巩固',
    'S4.groups': '小组人员齐全',
    S7: '宣传活动',
  } satisfies Record<PartId, string>,

  /** What is counted. */
  unit: {
    'S2.support': '人',
    'S2.talks': '人次',
    'S2.tests': '人次',
    'S2.relapse': '人次',
    'S2.threeYears': '人',
    'S4.groups': '个小组',
    S7: '个月',
  } satisfies Record<PartId, string>,

  /** 怎么算; `{name}` is a policy value. */
  how: {
    'S2.support': [
      '看现在的帮扶对象是不是每人都有帮教小组在工作。',
      '新来的人从开始帮扶起有{reportInDays}天成立小组,这段时间不算。',
    ],
    'S2.talks': [
      '每{cycleMonths}个月一期,过完的期才判定。',
      '一期里帮扶满{minDutyDays}天、期末还在帮扶的人,这一期要谈一次话,并且见到本人。',
      '满三年的人不算在内。',
    ],
    'S2.tests': [
      '每{cycleMonths}个月一期,过完的期才判定。',
      '一期里帮扶满{minDutyDays}天、期末还在帮扶的人,这一期要有一次检测结果。无效、拒绝、没做成不算。',
      '只有公安机关要求或本人书面同意的才应做。异地做的要有证明。',
    ],
    'S2.relapse': [
      '看今年有没有认定帮扶对象再次使用。',
      '检测阳性要在{positiveDays}天内写明结论;没有结论就待判定。用药引起、有处方的不算。',
    ],
    'S2.threeYears': [
      '看现有的人是不是都满三年没有再次使用。',
      '去世、出国(境)、户口和人都迁出、服刑三年以上、联系不上四年以上的,不算现有。',
      '起始日期按公安机关或戒毒机构的文书填。没填就待判定。',
    ],
    'S4.groups': ['每个小组都要有家里人、村干部、民警。', '没有家里人参加的,要写明原因。'],
    S7: ['每个月要有{activitiesPerMonth}次以上,过完的月才判定。', '同一天、同一个地点只算一次。'],
  } satisfies Record<PartId, readonly string[]>,

  /** A further sentence where a switch decides. */
  scope: {
    'all-existing': '按文件原文,现有的人都要满三年。只要还有人正在治疗,这一项就还不能达标。',
    'outside-measures': '只看没有措施、也不在帮扶的人。',
  },

  notApplicable: '没有这类对象,这一项不评。',
  noneFoundTrack: '目前没有登记对象,也没有发现情况,按“无吸毒、无贩毒、无种毒、无制毒”核对。',

  reason: {
    malformedLedger: '这个村的数据读不出来,已报告。',
    malformedRecord: '有一条记录读不出来,这一条没算出来,已报告。',
    unknownKind: '有新种类的记录,请更新小程序后再看。',
    newerVersion: '有新版的记录,请更新小程序后再看。',
    noPolicy: '这一天还没有适用的政策,不能判定。',
    ruleFailed: '这一条没算出来,已报告。',
    evidenceMissing: '还缺依据,补齐后就能判定。',
    awaitingReview: '有记录等第二个人核对。',
    rosterNotConfirmed: '还不能判定。请先确认名册。',
    nothingToJudge: '没有这类对象,这一项不评。',
    noneFound: '没有这类对象,这一项不评。',
  } satisfies Record<Reason, string>,

  missing: {
    talk: '{who} {when}没有谈话',
    talkBeforeStart: '{who} {when}没有谈话记录,那时还没用系统',
    test: '{who} {when}没有检测结果',
    testBeforeStart: '{who} {when}没有检测记录,那时还没用系统',
    supportGroup: '{who} 还没有帮教小组',
    groupMembers: '{who} 的小组还缺{kinds}',
    relapse: '{who} {when}认定再次使用',
    relapsePending: '{who} {when}有一条认定等人核对',
    testOutcome: '{who} {when}的检测还没有结论',
    abstinenceStart: '{who} 还没有戒断起始日期',
    belowThreeYears: '{who} 到{on}满三年',
    sentence: '{who} 的刑期还没填',
    activities: '{when}只有{have}次,要{need}次',
    activitiesBeforeStart: '{when}只有{have}次记录,那时还没用系统',
    rosterConfirmation: '{when}名册还没有确认',
  } satisfies Record<MissingCode, string>,

  next: {
    talkToday: '今天是最后一天,还差{count}次谈话。',
    testToday: '今天是最后一天,还差{count}次检测。',
    activitiesToday: '今天是最后一天,还差{count}次活动。',
    cannotMend: '有{count}处已不能补,今年这一项不会达标。原因可以写明。',
    pastEvidence: '有{count}处在用系统以前。有当时的纸质记录,可以请镇里核对后补上。',
    formGroup: '请给{count}人成立帮教小组。',
    completeGroup: '请补齐{count}个小组的人员。',
    recordOutcome: '请派出所给{count}次检测写明结论。',
    awaitReview: '等第二个人核对后再判定。',
    recordAbstinence: '请镇禁毒办按文书补{count}人的戒断起始日期。',
    recordSentence: '请派出所补{count}人的刑期。',
    waitUntil: '还有{count}人没满三年,最晚的到{on}。',
    confirmRoster: '请村书记确认本村名册。',
    updateApp: '请更新小程序后再看。',
    reportFault: '已报告,其他各条不受影响。',
  } satisfies Record<NextCode, string>,

  note: {
    inTerm: '另有{count}人刚开始,还在期限内,先不算。',
    withoutBasis: '另有{count}人次没有检测依据,不算应做。',
    threeYearsAllExisting: '全部现有的人:{numerator} / {denominator} 人满三年。',
    threeYearsOutsideMeasures: '没有措施的人:{numerator} / {denominator} 人满三年。',
    noneFoundTrack: '目前没有登记对象,也没有发现情况。',
  } satisfies Record<NoteCode, string>,

  /** Titles of duties in lists and reminders: neutral. */
  obligation: {
    talk: '谈话',
    test: '检测',
    recheck: '重做检测',
    'test-outcome': '补写结论',
    'support-group': '成立小组',
    'group-members': '补齐小组人员',
    'full-group': '请更多人加入小组',
    measure: '登记现在的情况',
    'report-in': '办理报到',
    'term-end': '期满手续',
    'abstinence-start': '补起始日期',
    sentence: '补刑期',
    retirement: '满三年,准备封存档案',
    publicity: '宣传活动',
    'roster-confirmation': '名册确认',
  } satisfies Record<ObligationKind, string>,

  /** Why a duty exists, in one line. */
  obligationReason: {
    talk: '每两个月谈话一次,要见到本人',
    test: '每两个月检测一次,要有结果',
    recheck: '上次检测无效,这一期要重做',
    'test-outcome': '检测结果要由派出所写明结论',
    'support-group': '每个帮扶对象都要有帮教小组',
    'group-members': '小组要有家里人、村干部、民警',
    'full-group': '按戒毒条例,小组还应有{kinds}',
    measure: '登记后要写明现在有什么措施',
    'report-in': '收到决定书后15日内报到',
    'term-end': '期限已满,请办理手续',
    'abstinence-start': '按文书填,才能算满三年的日子',
    sentence: '刑期决定算不算现有的人',
    retirement: '满三年后不再安排任何工作,档案封存',
    publicity: '每月四次以上,本月已有{have}次',
    'roster-confirmation': '每月核对一次名册,没有人也要确认',
  } satisfies Record<ObligationKind, string>,

  cycle: { done: '已做', due: '在期内', missed: '没做', notNeeded: '不需要', unknown: '没有记录' },
  presence: { 'at-home': '在家', away: '外出' },
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
