export const publicHome = {
  title: '无毒村创建工作',
  staff: '工作人员登录',
  helpTitle: '举报和求助',
  call110: '拨打 110',
  call12345: '12345 政务服务',
  townOffice: (number: string) => `镇禁毒办 ${number}`,
  lead: '禁毒知识、承诺书、村里的公示，都在这里。',
}

/** Short facts with their law; the words are those of the question bank, which the town office reviews. */
export const place = {
  chooseVillage: '选择您所在的村',
  searchVillage: '输入村名',
  noVillage: '没有找到这个村。换个字再试。',
  change: '换村',
  yourVillage: '您所在的村',
}
