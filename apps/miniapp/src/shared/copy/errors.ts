/** What happened and what to do, by the server's code, then by status. The code itself is for the hotline. */
const BY_CODE: Record<string, string> = {
  RECORD_CONFLICT: '这条记录已经收到过，内容不一样。请核对后合并。',
  PHONE_NOT_PREPARED: '手机号没有开通工作账号。请联系镇禁毒办开通。',
  DEMO_READ_ONLY: '这里是演示，只能在示范镇里记录。',
  RECHECK_REQUIRED: '为了安全，请重新登录一次再试。',
  SUBJECT_SEALED: '这份档案已封存，这条记录没有收下。请联系镇禁毒办。',
  SUBJECT_MOVED: '这个人已转到别的村，请由那边记录。',
  BINDING_CODE_INVALID: '绑定码不对，请看镇禁毒办发的纸条再输一次。',
  BINDING_CODE_EXPIRED: '绑定码已过期，请向镇禁毒办再要一个。',
  SCAN_EXPIRED: '二维码已过期，请刷新后再扫。',
}

const BY_STATUS: Record<number, string> = {
  401: '登录过期了，请重新登录。没发出的记录不会丢。',
  403: '没有找到，或不在您负责的范围。',
  404: '没有找到，或不在您负责的范围。',
  409: '这条记录已经收到过，内容不一样。请核对后合并。',
  413: '内容太大。请删短一些再发。',
  422: '有几处要改，请看标红的地方。',
  429: '操作太快，请等1分钟再试。',
}

export const errors = {
  byCode: BY_CODE,
  byStatus: BY_STATUS,
  offline: '没有网络。连上网后再试。',
  timeout: '网络太慢，还没有回应。请稍后再试。',
  server: '系统暂时没有回应，您填的内容都在手机里。',
  reference: (code: string) => `编号 ${code}`,
  privacyRefused: '您没有同意隐私保护指引，选不了文件。要用的话，请再点一次，看过以后点“同意”。',
  storageFull: '手机存不下了。请连网发出记录，或删掉不用的草稿。',
  notFoundPage: '没有找到这一页。可能已移交，或不在您负责的范围。',
  offlineNothingStored: '没有网络，这一页还没有存到手机里。连上网后再打开。',
  sessionExpired: '登录过期了，请重新登录。没发出的记录不会丢。',
  signInAgain: '重新登录',
  later: '先做别的',
  summary: (n: number) => `有${n}处要改：`,
}
