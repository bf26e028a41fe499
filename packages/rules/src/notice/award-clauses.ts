import { clause } from './clauses.ts'

/** The sentences about who is judged, how, and what follows: the plaque rests on them, no part and no duty does. */
export const AWARD_CLAUSES = {
  scope: clause(
    '三(一)',
    '对暂住人员、寄住人员以暂住地、寄住地村（社区）为主负责管理，人户分离人员以现住地村（社区）为主负责管理',
  ),
  tenStandards: clause('三(二)', '社区内有吸毒人员的，达到以下十条要求的可以评为“无毒村（社区）”'),
  noneFound: clause('三(二)', '辖区内无吸毒、无贩毒、无种毒、无制毒及其他涉毒违法犯罪行为的'),
  truth: clause('四(一)5', '涉毒人员排摸工作深入细致'),
  submitted: clause('四(二)', '市禁毒委将按照上述考核内容，对我镇“无毒村（社区）”创建活动进行考核评分'),
  awarded: clause('四(二)', '审查通过的村（社区）报市委、市政府予以授牌，并给予奖励创建经费 10 万元'),
  yearly: clause(
    '四(二)',
    '每年进行考核，已授牌的村（社区）考核达标的继续保留授牌，考核第一次不达标的将会黄牌警告，第二次不达标的收回原授牌',
  ),
  plaqueAgain: clause('四(二)', '原未授牌村（社区）经考核达标的给予授牌'),
} as const
