/** For those who ask for pledges. */
export const pledgeOffice = {
  title: '签署情况',
  lead: (year: number) => `${year}年的承诺书（责任状）`,
  toOffice: '签署情况：谁签了、还差谁',
  levels: {
    'town-village': '镇和村',
    'village-grid-worker': '村和网格员',
    'village-venue': '村和场所',
    'village-household': '村和户',
    class: '班级',
  },
  signedOf: (signed: number, required: number) => `已签${signed}份，应签${required}份`,
  whole: '签齐了',
  notWhole: '没签齐',
  overdue: (count: number) => `过期${count}份`,
  declined: (count: number) => `不签${count}份`,
  vacant: (count: number) => `没有人任职或没开账号${count}处`,
  households: (signed: number, size: number) => `各户已签${signed}户，一共${size}户`,
  householdsInGrids: (inGrids: number) =>
    inGrids === 0
      ? '网格登记里还没有填户数，判断达标用那里的户数，请村里填上。'
      : `网格登记的户数加起来是${inGrids}户，判断达标用这个数，请村里核对。`,
  householdsNone: '各户还没有开始签。',
  toHouseholds: '各户签承诺书',
  noneNeeded: '这个村还没有要签的。',
  seeMissing: '看还差谁',
  hideMissing: '收起',
  missingTitle: (village: string) => `${village}还差谁`,
  allSigned: '都签了。',
  states: {
    'to-sign': '待签',
    'not-issued': '还没发',
    vacant: '没有人任职，或者没开账号',
    sealing: '正在封存',
    declined: '已说明不签',
    revoked: '已撤回',
  },
  dueOn: (date: string) => `应在${date}前签`,
  issue: '发出今年的承诺书',
  issueNote:
    '按现在任职的人发。已发的不重发，新上任的补发。以后有人接任，系统每天自动补发；到了新的一年，自动发新的。',
  issued: (issued: number, withdrawn: number) =>
    withdrawn > 0 ? `新发${issued}份，${withdrawn}份不用再签。` : `新发${issued}份。`,
  remind: '提醒还没签的人',
  reminded: (told: number, already: number) =>
    told > 0 ? `提醒了${told}人。` : already > 0 ? '今天已经提醒过了。' : '现在没有要提醒的人。',
  stuck: (count: number) =>
    `有${count}份签了名还没有封存好，系统会接着封存。超过一天还在的，请联系系统维护人员。`,
  toWordings: '改承诺书的文本',
  signInFirst: '请先登录。',
}

export const wordings = {
  title: '承诺书的文本',
  lead: '改好后发布成新版本，从您定的那天开始用。已经签的，内容不变。',
  level: '哪一级',
  current: (version: number, isOwn: boolean) => `现在用第${version}版（${isOwn ? '本镇的' : '系统自带的'}）`,
  upcoming: (version: number, date: string) => `第${version}版从${date}开始用`,
  heading: '标题',
  body: '正文',
  bodyHelp: '双大括号里的词签的时候换成村名、姓名和政策规定的数，请不要改动。',
  from: '从哪天开始用',
  preview: '预览',
  previewTitle: '预览',
  faults: '请先改好',
  release: '发布新版本',
  released: (version: number) => `已发布第${version}版。`,
}
