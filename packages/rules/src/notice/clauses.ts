import type { Clause } from '../scorecard.ts'

/** The document these rules are. Its text, word for word, is docs/sources/bowei-2023-15.md. */
export const NOTICE = {
  documentNumber: '博委办〔2023〕15号',
  title: '陆丰市博美镇开展“无毒村（社区）”创建活动工作方案',
  issuer: '博美镇党政综合办公室',
  issuedOn: '2023-03-24',
} as const

const clause = (ref: string, quote: string): Clause => ({ ref, quote })

/** The sentences the rules in force here rest on; every quote is a literal part of the notice. */
export const CLAUSES = {
  scope: clause('三(一)', '人户分离人员以现住地村（社区）为主负责管理'),
  tenStandards: clause('三(二)', '社区内有吸毒人员的，达到以下十条要求的可以评为“无毒村（社区）”'),
  noneFound: clause('三(二)', '辖区内无吸毒、无贩毒、无种毒、无制毒及其他涉毒违法犯罪行为的'),
  measures: clause(
    '三(二)1',
    '对本辖区出现的所有吸毒人员进行强制隔离戒毒，或落实社区戒毒措施，无失管失控吸毒人员',
  ),
  support: clause('三(二)2', '对戒毒出所人员全面落实帮教措施，帮教率要100%'),
  cycles: clause('三(二)2', '帮教对象要有每两个月进行一次谈话记录和每两月一次尿检的记录'),
  relapse: clause('三(二)2', '帮教对象戒毒后要保持没有复吸现象'),
  threeYears: clause(
    '三(二)2',
    '现有吸毒人员戒断巩固三年以上（现有吸毒人员不包括出国、户口迁出和死亡的；服刑三年以上的；下落不明四年以上的）',
  ),
  roster: clause('三(二)3', '对本辖区内的吸毒人员和从外地流入本辖区的吸毒人员情况要掌握清楚'),
  groups: clause('三(二)4', '根据帮教对象的情况建立家庭、村（社区）、派出所等单位组成的帮教小组'),
  activities: clause('三(二)7', '辖区每月要开展四次以上毒品预防集中宣传教育活动'),
  registers: clause(
    '三(三)4',
    '准确掌握村（社区）吸毒人员基本情况，有《吸毒人员基本情况登记表》（含“累计登记在册吸毒人员表”“现有吸毒人员表”）',
  ),
  awareness: clause(
    '四(一)3',
    '广大群众对毒品及其危害的知晓率达到 95%，外来务工人员达到 95%，娱乐场所业主及从业人员达到 100%，辖区内中小学校达到 100%',
  ),
  yearly: clause('四(二)', '每年进行考核'),
} as const
