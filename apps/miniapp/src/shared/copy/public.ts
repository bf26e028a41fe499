export const publicHome = {
  title: '无毒村创建工作',
  staff: '工作人员登录',
  helpTitle: '举报和求助',
  call110: '拨打 110',
  call12345: '12345 政务服务',
  townOffice: (number: string) => `镇禁毒办 ${number}`,
  lead: '禁毒知识、承诺书、村里的公示，都在这里。',
}
