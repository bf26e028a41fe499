export const common = {
  appName: '无毒村创建工作',
  demoRibbon: '演示数据',
  loading: '正在加载',
  slow: '网络较慢，还在加载…',
  retry: '重试',
  understood: '知道了',
  back: '返回',
  cancel: '取消',
  close: '关闭',
  done: '完成',
  more: '更多',
  all: '全部',
  none: '没有',
  today: '今天',
  yesterday: '昨天',
  tomorrow: '明天',
  optional: '选填',
  toHome: '回到首页',
  view: '查看',
  record: '记录',
  submitting: '正在提交…',
  expand: '展开',
  collapse: '收起',
  showMore: (n: number) => `再显示 ${n} 条`,
  countOf: (shown: number, all: number) => `共 ${all} 条，显示 1–${shown}`,
  asOf: (date: string) => `截至 ${date}`,
  separator: ' · ',
  listComma: '、',
}

export const strips = {
  offline: (since: string) => `没有网络。显示的是 ${since} 存在手机里的内容，照常可以记录。`,
  noNetwork: '没有网络。',
  offlineShort: '没有网络。照常可以记录。',
  offlineUnsent: (n: number) => `没有网络。${n} 条记录还没发出`,
  offlineUnsentShort: (n: number) => `没有网络 · ${n}条未发出`,
  unsent: (n: number) => `正在发 ${n} 条记录`,
  unsentOld: (days: number) => `有记录已等了${days}天，请找有信号的地方打开一次小程序。`,
  needsYou: (n: number) => `${n} 条记录要您处理`,
  draft: (n: number) => `${n} 份记录没填完`,
  goOn: '继续',
  look: '查看',
  stale: (date: string) => `要办的事按 ${date} 的数据算出，可能不全。`,
  clockWrong: '手机时间不准，以系统时间为准。请打开“自动设置时间”。',
  storageAlmostFull: '手机里快存满了，请连上网把记录发出去。',
}

export const states = {
  met: '达标',
  notMet: '未达标',
  undetermined: '待判定',
  notApplicable: '不适用',
  later: '未到期',
  review: '待审核',
  phone: '未发出',
  due: '应办',
  overdueDays: (days: number) => `逾期${days}天`,
}

export const textSizes = ['标准', '大', '特大', '最大'] as const
export const textSize = {
  title: '字号',
  button: '字',
  buttonLabel: '调整字号',
  sample: '这样大的字，看得清楚吗？',
  hint: '点一下马上生效。',
}

/** What a tab is called for whom; the slots stay. */
export const tabs = {
  village: ['工作台', '台账', '评分', '我的'],
  supervisor: ['总览', '村况', '审核', '我的'],
  assessor: ['总览', '村况', '考核', '我的'],
  public: ['首页', '答题', '承诺书', '我的'],
} as const

/** For who looks after the system: what he finds here instead of the pages of villages and residents. */
export const operator = {
  home: '系统管理员看系统运行得好不好、备份做了没有。各村的台账，这个岗位不看。',
  elsewhere: '系统管理员这个岗位不答题、不签承诺书。',
  go: '看运行状态',
}

export const cycles = {
  done: '已做',
  missed: '没做',
  due: '在期内',
  notNeeded: '不需要',
  unknown: '没有记录',
  caption: '✓ 已做，✕ 没做，沙漏 在期内，– 不需要',
}

export const count = {
  less: (label: string) => `${label}，减1`,
  more: (label: string) => `${label}，加1`,
}
