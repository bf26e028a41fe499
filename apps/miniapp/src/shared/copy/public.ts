export const publicHome = {
  title: '无毒村创建工作',
  lead: '禁毒知识、承诺书、村里的公示，都在这里。',
  quiz: '开始答题',
  quizNote: '10道题，约3分钟',
  pledges: '我的承诺书',
  pledgesNote: '阅读、签名、查看',
  notice: '我们村的公示',
  noticeNote: (village: string | null) => village ?? '先选您所在的村',
  knowledgeTitle: '一条知识',
  basis: '依据',
  another: '换一条',
  helpTitle: '举报和求助',
  call110: '拨打 110',
  call12345: '12345 政务服务',
  townOffice: (number: string) => `镇禁毒办 ${number}`,
  joinClass: '加入课堂（学生）',
  staffQuiz: '凭答题码答题',
  householdSlip: '凭签名条签承诺书',
  verify: '核验一份承诺书',
  help: '用法说明',
  staff: '工作人员登录',
}

export const place = {
  chooseVillage: '选择您所在的村',
  searchVillage: '输入村名',
  noVillage: '没有找到这个村。换个字再试。',
  change: '换村',
}

export const villageNotice = {
  title: '村公示',
  year: (year: number) => `${year}年`,
  awareness: '群众知晓率',
  audiences: { resident: '本村群众', migrant: '外来务工人员' },
  sentence: (rate: string, valid: number, low: string, high: string) =>
    `${rate}（${valid}人答题，大约在${low}到${high}之间）`,
  target: (percent: number) => `目标${percent}%`,
  suppressed: '答题人数少于5，暂不公布。',
  nobody: '还没有人答题。',
  barLabel: (sentence: string, target: number) => `${sentence}，目标${target}%`,
  warning: {
    selfChosen: '自愿答题的结果，只作参考。',
    smallSample: '答题的人还不够多，先不下结论。',
  },
  join: '我也来答题',
  plaque: '授牌',
  plaqueHeld: (since: string) => `无毒村授牌现在有效，${since}授牌。`,
  noPlaque: '现在没有有效的无毒村授牌。',
  how: '知晓率是怎么算的',
  howText: '答10道题，得80分及以上算知晓。同一个人一年只计第一次，不记姓名。',
  change: '换一个村',
  choose: '选择村',
  noVillage: '您想看哪个村的公示？',
}

export const verify = {
  title: '承诺书核验',
  lead: '扫承诺书上的二维码，或输入校验码。',
  code: '校验码',
  codeHelp: '在承诺书最后一页，字母和数字，不分大小写。',
  codeMissing: '请输入校验码',
  check: '核验',
  checking: '正在核验…',
  valid: '有效',
  stamped: (when: string, by: string) => `第三方时间戳 ${when}（${by}）`,
  stampLater: '第三方时间戳待补。',
  noStamp: '时间由本系统记录，没有第三方时间戳。',
  revoked: '已撤回',
  revokedText: '镇禁毒办已撤回这份，不再有效。',
  replaced: '已由新版代替',
  changed: '内容对不上，可能被改过',
  changedText: '请联系镇禁毒办。',
  sealing: '正在封存',
  sealingText: '签名已收到，封存好后再核验。',
  version: (version: number) => `第${version}版`,
  unknown: '没有这份承诺书',
  unknownText: '请核对校验码，再输一次。',
  unchanged: '内容、签名、时间没有被改动过。',
  nameless: '这里不显示签署人姓名。',
  sealed: (when: string) => `${when} 封存`,
  another: '核验另一份',
  offline: '核验要用网络。',
}

export const help = {
  title: '用法说明',
  sections: [
    {
      title: '群众怎么用',
      lines: [
        '点“开始答题”，选好您是哪一类群众、住哪个村，一题一题答。答完马上看讲解。',
        '点“我的承诺书”，把全文读完，再用手指写自己的名字。手不方便，可以签纸质的，一样有效。',
        '点“我们村的公示”，看全村的禁毒知识知晓率。',
      ],
    },
    {
      title: '字太小怎么办',
      lines: ['在“我的”里点“字号”，有四种大小，点一下马上生效。'],
    },
    {
      title: '没有网络怎么办',
      lines: ['答题和记录都存在手机里，连上网后自动发出。请不要删除微信，也不要清理小程序。'],
    },
    {
      title: '我的信息安全吗',
      lines: ['答题不记姓名。核验承诺书时不显示姓名。详细内容看《隐私说明》。'],
    },
  ],
  privacy: '看《隐私说明》',
}
