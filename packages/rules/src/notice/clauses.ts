import type { Clause } from '../scorecard.ts'

/** The document these rules are. Its text, word for word, is docs/sources/bowei-2023-15.md. */
export const NOTICE = {
  documentNumber: '博委办〔2023〕15号',
  title: '陆丰市博美镇开展“无毒村（社区）”创建活动工作方案',
  issuer: '博美镇党政综合办公室',
  issuedOn: '2023-03-24',
} as const

export const clause = (ref: string, quote: string): Clause => ({ ref, quote })

/** The sentences that parts and duties rest on; every quote is a literal part of the notice. */
export const CLAUSES = {
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
  pledges: clause('三(二)4', '社区内部要层层签订禁毒责任状'),
  newUsers: clause('三(二)5', '辖区常住人口中，无新吸毒人员滋生'),
  crimes: clause('三(二)5', '辖区内无制毒、贩毒和种植毒品原植物现象'),
  keyPersons: clause(
    '三(二)6',
    '辖区要全面深入开展14类涉毒重点人员摸排，做好各项基础工作，始终做到底数清、情况明，保持涉毒重点人员的鲜活性，确保涉毒重点人员信息真实有效并管控到位',
  ),
  sites: clause(
    '三(二)8',
    '辖区必须至少建设一个禁毒教育阵地（禁毒展厅、宣传长廊）或具备浓烈禁毒宣传氛围的场所、禁毒宣传大道的示范点',
  ),
  gridDivision: clause('三(二)9', '各网格划分清晰合理'),
  gridSkill: clause('三(二)9', '各网格员熟悉网格情况并能熟练操作网格化巡防系统手机与电脑客户端'),
  gridWork: clause(
    '三(二)9',
    '禁毒台账建立规范完善，清理清查及涉毒重点人员管控工作等各项网格管理工作开展到位',
  ),
  villageRules: clause('三(二)10', '扎实推进移风易俗、村规民约等工作'),
  bottomLines: clause('三(二)10', '牢牢守住禁毒“五条底线”'),
  workPlan: clause('三(三)1', '制定村级创建无毒村（社区）工作方案'),
  leadingGroup: clause(
    '三(三)2',
    '成立以镇班子成员驻村（社区）领导为组长，村（社区）书记任副组长，驻村（社区）民警、驻村（社区）同志、村（社区）“两委”干部等为成员的领导小组，设立办事机构，有专人负责日常创建工作',
  ),
  office: clause(
    '三(三)3',
    '硬件设施完善：有固定办公场所、办公设施；有宣传栏；有《创建无毒村（社区）、无毒单位基本情况简介》《创建无毒村（社区）、无毒单位目标责任制》《创建无毒村（社区）、无毒单位活动安排表》等资料汇编',
  ),
  keyPersonsKnown: clause(
    '三(三)5',
    '对辖区各类涉毒重点人员底数清、情况明，保持涉毒重点人员的鲜活性，确保涉毒重点人员信息真实有效并管控到位',
  ),
  venues: clause('三(三)6', '对辖区各类场所底数清、情况明，明确重点部位并有相应的监控措施'),
  venueProblems: clause('四(一)2', '易涉毒场所问题得到有效整治'),
  experience: clause(
    '五(五)',
    '要及时总结创建经验，对工作中的好做法、典型和建议，要及时报送镇禁毒办予以推广',
  ),
  activities: clause('三(二)7', '辖区每月要开展四次以上毒品预防集中宣传教育活动'),
  registers: clause(
    '三(三)4',
    '准确掌握村（社区）吸毒人员基本情况，有《吸毒人员基本情况登记表》（含“累计登记在册吸毒人员表”“现有吸毒人员表”）',
  ),
  organised: clause('四(一)1', '禁毒机构和机制健全，人员和经费落实，充分履行禁毒职责'),
  meetings: clause('四(一)1', '高度重视禁毒工作，将其纳入重要的工作议程'),
  awareness: clause(
    '四(一)3',
    '广大群众对毒品及其危害的知晓率达到 95%，外来务工人员达到 95%，娱乐场所业主及从业人员达到 100%，辖区内中小学校达到 100%',
  ),
} as const
