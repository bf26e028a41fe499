export const inbox = {
  title: '消息',
  unread: (n: number) => `未读 ${n}`,
  allRead: '都看过了',
  readAll: '全部已读',
  empty: '没有消息。',
  kept: '消息保留90天。',
  unreadMark: '未读',
  reminders: '想在微信里收到提醒？去打开',
}

export const reminders = {
  title: '提醒',
  lead: '点一次“允许”，微信只会提醒您一次。',
  left: (n: number) => `现在还剩 ${n} 次。`,
  leftWhat: (title: string, n: number) => `${title}：还剩 ${n} 次`,
  longTerm: (title: string) => `${title}：一直有效`,
  allow: '再允许一次',
  allowed: (n: number) => `好了，现在还剩 ${n} 次。`,
  refused: '这次没有允许，次数没有变。',
  settingsHint: '如果没有弹出询问，请点右上角“…”，在“设置”里打开“订阅消息”。',
  hour: (n: number) => (n >= 18 ? `晚${n - 12}点` : n < 12 ? `早${n}点` : `${n}点`),
  quiet: (to: string, from: string) => `${to}到${from}不提醒。`,
  neutral: '提醒里没有姓名，也不写具体事情。',
  onlyWechat: '微信提醒要在微信小程序里打开。这里仍可以看“消息”。',
  toInbox: '看消息',
  none: '镇里还没有开通微信提醒。',
}
