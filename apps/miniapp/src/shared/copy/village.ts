export const village = {
  locked: '这台手机超过14天没有联网，台账已锁住。连上网就能打开；没发出的记录不受影响。',
  absent: '没有网络，本村的台账还没有存到手机里。连上网后再打开。',
  denied: '没有找到本村的台账。可能已移交，或不在您负责的范围。',
  notYours: '这一页要用村里的工作身份登录后才能看。',
}

/** By the length of the code of a county, a town or a village. */
export const toAwarenessText: Record<number, string> = {
  6: '看全市的知晓率',
  9: '看全镇的知晓率',
  12: '看知晓率',
}
