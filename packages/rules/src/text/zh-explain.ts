import type { ItemId } from '../assessment/weights.ts'
import type { PartId } from '../scorecard.ts'

type Said = {
  met: string
  /** `{lack}` of the counted, `{count}` lacks in all. */
  notMet: string
}

/** How each part stands, in one sentence, and how each item earns its points. */
export const ZH_EXPLAIN = {
  part: {
    S1: { met: '登记的人都有措施在执行。', notMet: '有{lack}人没有措施，或者联系不上。' },
    'S2.support': { met: '帮扶对象都有帮教小组。', notMet: '有{lack}人没有帮教小组。' },
    'S2.talks': { met: '该谈的话都谈了。', notMet: '有{lack}次该谈的没谈。' },
    'S2.tests': { met: '该做的检测都有结果。', notMet: '有{lack}次该做的检测没有结果。' },
    'S2.relapse': { met: '今年没有认定再次使用。', notMet: '今年认定了{found}次再次使用。' },
    'S2.threeYears': { met: '现有的人都满三年了。', notMet: '有{lack}人没满三年，或者还不知道满没满。' },
    S3: { met: '每个人都核实过，名册也确认了。', notMet: '有{count}处没有核实或没有确认。' },
    'S4.pledges': { met: '今年的责任状都签了。', notMet: '今年还有责任状没签，缺{count}处。' },
    'S4.groups': { met: '每个小组都有家里人、村干部、民警。', notMet: '有{lack}个小组的人员不齐。' },
    'S5.newUsers': { met: '今年没有新发现的人。', notMet: '今年新发现了{found}人。' },
    'S5.crimes': { met: '今年没有发现制毒、贩毒、种植。', notMet: '今年发现了{found}件案件。' },
    S6: {
      met: '重点人员都核实过，都有管控措施。',
      notMet: '重点人员有{count}处没有核实、没有措施或没有走访。',
    },
    S7: { met: '过完的每个月都办够了宣传活动。', notMet: '有{lack}个月没有办够宣传活动。' },
    S8: { met: '有教育阵地在用，按期核对过。', notMet: '没有一处按期核对过的教育阵地。' },
    'S9.division': {
      met: '每个网格界线清楚，都有网格员。',
      notMet: '有{lack}个网格没画清界线，或者没有网格员。',
    },
    'S9.skill': { met: '网格员都通过了操作检查。', notMet: '有{lack}名网格员没通过操作检查。' },
    'S9.work': {
      met: '巡查、清理清查都做了，台账目录也归档了。',
      notMet: '有{count}处没有巡查、没有清查或没有归档。',
    },
    'S10.rules': {
      met: '村规民约和移风易俗记录都归档了。',
      notMet: '村规民约、移风易俗还差{count}份没归档。',
    },
    'S10.lines': { met: '过完的每个季度都报告守住了底线。', notMet: '底线没有守住，或者有的季度没有报告。' },
    M1: { met: '今年的工作方案归档了。', notMet: '今年的工作方案还没有归档。' },
    M2: { met: '领导小组齐全。', notMet: '领导小组还不齐全。' },
    M3: { met: '办公场所、设施和三份资料都齐全。', notMet: '办公设施和资料还差{count}样。' },
    M4: { met: '人员登记表都填齐了。', notMet: '有{lack}人的登记表没有填齐。' },
    M5: {
      met: '重点人员都核实过，都有管控措施。',
      notMet: '重点人员有{count}处没有核实、没有措施或没有走访。',
    },
    M6: { met: '场所都清楚，都按期检查过。', notMet: '场所有{count}处情况不清楚或没有检查。' },
  } satisfies Record<PartId, Said>,

  undetermined: '“{part}”还不能判定。{reason}',
  notApplicable: '“{part}”没有要看的对象，不评。',

  /** What earns the points of an item; `{name}` is a policy value, `{target}` the share that earns them all. */
  item: {
    'A1.group': '领导小组齐全得满分，不齐不得分。',
    'A1.funds': '今年的工作经费落实了得满分，没有落实不得分。',
    'A1.meetings': '一年开够{meetingsPerYear}次得满分，不够不得分。一天只算一次。',
    'A3.activities': '过完的月份里，办够宣传活动的占多少，就得多少。',
    'A3.site': '有按期核对过的教育阵地得满分，没有不得分。',
    'A3.residents': '群众知晓率到{target}%得满分，不到的按比例。要有{minSample}份答卷才算。',
    'A3.migrants': '外来人员知晓率到{target}%得满分，不到的按比例。要有{minSample}份答卷才算。',
    'A3.venues': '按人员名册看，知晓的到{target}%得满分，不到的按比例。没答题的算不知晓。',
    'A3.schools': '知晓的学校到{target}%得满分，不到的按比例。一所学校要有{classMinAnswers}份课堂答卷。',
    'A4.support': '帮扶对象里有小组的占多少，就得多少。',
    'A4.talks': '该谈的话谈了多少，就得多少。',
    'A4.homeTests': '在家的人检测率到{target}%得满分，不到的按比例。',
    'A4.overallTests': '总体检测率到{target}%得满分，不到的按比例。',
    'A4.relapses': '比去年同期少，或者两年都没有，得满分；不然不得分。',
    'A4.threeYears': '比去年同期多，或者到期的人都满了，得满分；不然不得分。',
    'A5.keyPersons': '过完的月份里，重点人员都核实过的占多少，就得多少。',
    'A5.truthful': '村里自己发现的情况，{truthfulDays}天内报派出所的占多少，就得多少。',
    'measures.venues': '场所资料和检查都齐全的占多少，就得多少。',
    'measures.grids': '网格的划分、操作、工作三项，达标的占多少，就得多少。',
    A6: '由上级按百分制评定成效，写明理由，评几分得几成。',
    A7: '要有的文件里归档了多少，就得多少。',
  } satisfies Record<ItemId, string>,

  sum: {
    /** `满分5分，到95%得满分：18÷20=90%，5×18÷(20×95%)=4.73分` */
    head: '满分{weight}分',
    target: '，到{target}%得满分',
    share: '{counted}，{n}÷{d}={share}',
    whole: '{weight}×{n}÷{d}={points}分',
    ofTarget: '{weight}×{n}÷({d}×{target}%)={points}分',
    full: '得满分',
    none: '不得分',
    floor: '不足0.01分的舍去',
  },
} as const
