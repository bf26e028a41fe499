import type { PartId } from '../scorecard.ts'

/** The sum behind each figure: how many there should be, `{d}`, and how many there are, `{n}`. */
export const ZH_SUMS = {
  S1: '要有措施的{d}人，有措施的{n}人',
  'S2.support': '帮扶对象{d}人，有小组的{n}人',
  'S2.talks': '应谈{d}次，谈了{n}次',
  'S2.tests': '应检测{d}次，有结果的{n}次',
  'S2.relapse': '认定再次使用{n}次，要求没有',
  'S2.threeYears': '要看的{d}人，满三年的{n}人',
  S3: '要核实{d}人，核实了{n}人',
  'S4.pledges': '要签{d}份，签了{n}份',
  'S4.groups': '小组{d}个，人员齐全的{n}个',
  'S5.newUsers': '新发现{n}人，要求没有',
  'S5.crimes': '发现{n}件，要求没有',
  S6: '重点人员{d}人，核实过又有措施的{n}人',
  S7: '过完{d}个月，办够的{n}个月',
  S8: '在用又按期核对过的{n}处，要求至少1处',
  'S9.division': '网格{d}个，界线清楚又有网格员的{n}个',
  'S9.skill': '网格员{d}名，通过检查的{n}名',
  'S9.work': '网格{d}个，巡查清查都做到的{n}个',
  'S10.rules': '要归档{d}份，归档了{n}份',
  'S10.lines': '过完{d}个季度，报告守住的{n}个',
  M1: '要归档{d}份，归档了{n}份',
  M2: '缺{n}样，要求不缺',
  M3: '要有{d}样，有{n}样',
  M4: '要填{d}人，填齐的{n}人',
  M5: '重点人员{d}人，核实过又有措施的{n}人',
  M6: '场所{d}个，资料和检查都齐全的{n}个',
} satisfies Record<PartId, string>

/** How the share follows from the two. Every part asks for the whole. */
export const ZH_SHARE = '{sum}，{n}÷{d}={share}，要求100%'

/** The share is whole, and yet something beside it is missing. */
export const ZH_BUT = '，但还有别的没做到'
