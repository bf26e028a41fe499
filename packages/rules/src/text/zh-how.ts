import type { PartId } from '../scorecard.ts'

/** How the parts are counted. */
export const ZH_HOW = {
  /** 怎么算; `{name}` is a policy value. */
  how: {
    S1: [
      '登记过的人，除去世、出国(境)、迁走、满三年的以外，每人都要有措施在执行。',
      '联系不上的、没有措施的，不论多久都不算。新登记的人有{reportInDays}天落实措施。',
    ],
    'S2.support': [
      '看现在的帮扶对象是不是每人都有帮教小组在工作。',
      '新来的人从开始帮扶起有{reportInDays}天成立小组，这段时间不算。',
    ],
    'S2.talks': [
      '每{cycleMonths}个月一期，过完的期才判定。',
      '一期里帮扶满{minDutyDays}天、期末还在帮扶的人，这一期要谈一次话，并且见到本人。',
      '满三年的人不算在内。',
    ],
    'S2.tests': [
      '每{cycleMonths}个月一期，过完的期才判定。',
      '一期里帮扶满{minDutyDays}天、期末还在帮扶的人，这一期要有一次检测结果。无效、拒绝、没做成不算。',
      '只有公安机关要求或本人书面同意的才应做。异地做的要有证明。',
    ],
    'S2.relapse': [
      '看今年有没有认定帮扶对象再次使用。',
      '检测阳性要在{positiveDays}天内写明结论；没有结论就待判定。用药引起、有处方的不算。',
    ],
    'S2.threeYears': [
      '看现有的人是不是都满三年没有再次使用。',
      '去世、出国(境)、户口和人都迁出、服刑三年以上、联系不上四年以上的，不算现有。',
      '起始日期按公安机关或戒毒机构的文书填。没填就待判定。',
    ],
    S3: [
      '现有的人，除满三年、在所和在押的以外，每人{verifyWithinDays}天内要核实过一次。登记算第一次。',
      '该看的月份，名册要确认。',
    ],
    'S4.pledges': [
      '今年的责任状要签：镇与村、村与每个网格员、村与每个场所。镇与村的要写明第一责任人。',
      '新上任的网格员、新登记的场所有{onboardingDays}天签。',
    ],
    'S4.groups': ['每个小组都要有家里人、村干部、民警。', '没有家里人参加的，要写明原因。'],
    'S5.newUsers': [
      '看今年本村常住的人里有没有第一次发现的。户口在本村、人也住本村的算，外地户口住满{residentMonths}个月的算。',
      '本人主动登记、主动就医的另外列出。',
    ],
    'S5.crimes': ['看今年在本村有没有发现制毒、贩毒、种植的情况。'],
    S6: [
      '{sweepWithinDays}天内要全村走访核对过一遍，没有就待判定。',
      '每个重点人员{keyPersonFreshDays}天内要核实过一次，并且有管控措施。',
    ],
    S7: ['每个月要有{activitiesPerMonth}次以上，过完的月才判定。', '同一天、同一个地点只算一次。'],
    S8: ['至少有一处教育阵地在用，{siteFreshMonths}个月内核对过。'],
    'S9.division': ['每个网格都要画清界线，至少有一名网格员。', '新登记的网格有{onboardingDays}天补齐。'],
    'S9.skill': [
      '每名网格员{skillCheckMonths}个月内通过一次检查，手机端、电脑端都会用。',
      '新上任的有{onboardingDays}天。',
    ],
    'S9.work': [
      '每个网格每月巡查{patrolsPerMonth}次以上，{cleanupDays}天内清理清查过一次。巡查看过完的月份。',
      '今年的台账目录要归档。',
    ],
    'S10.rules': ['今年的村规民约要有禁毒条款，移风易俗要有记录，两样都要归档。'],
    'S10.lines': [
      '过完的每个季度都要报告五条底线守住了，今年没有被认定突破。',
      '五条的原文要先由镇禁毒办核定，没核定就待判定。',
    ],
    M1: ['今年的创建工作方案要归档。'],
    M2: [
      '组长是驻村的镇班子成员，副组长里有村书记，成员里有驻村民警、驻村同志、“两委”干部。',
      '要有办事机构和专人负责。',
    ],
    M3: ['要有固定办公场所、办公设施、宣传栏。', '今年的基本情况简介、目标责任制、活动安排表要归档。'],
    M4: [
      '现有的每个人，登记表要填齐，现在的情况要写明。新登记的有{onboardingDays}天。',
      '一个人也没有的，确认名册就算。',
    ],
    M5: [
      '{sweepWithinDays}天内要全村走访核对过一遍，没有就待判定。',
      '每个重点人员{keyPersonFreshDays}天内要核实过一次，并且有管控措施。',
    ],
    M6: [
      '{surveyWithinDays}天内要清点过一次场所，没有就待判定。',
      '每个场所要写明重点部位、有监控措施，{venueInspectDays}天内检查过。新登记的有{onboardingDays}天。',
    ],
  } satisfies Record<PartId, readonly string[]>,

  /** A further sentence where a switch decides. */
  scope: {
    'all-existing': '按文件原文，现有的人都要满三年。只要还有人正在治疗，这一项就还不能达标。',
    'outside-measures': '只看没有措施、也不在帮扶的人。',
  },

  /** A further sentence where a stricter schedule of tests is switched on. */
  schedule: '{regime}第一年{first}次、第二年{second}次、第三年{third}次；比每期一次更密的年份按这个算。',
} as const
