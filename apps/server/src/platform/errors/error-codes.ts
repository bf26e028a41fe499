type Entry = { status: number; text: (params: Readonly<Record<string, string | number>>) => string }

/** Every refusal the API can give: code → HTTP status → sentence that says what to do. */
export const ERROR_CODES = {
  // general
  NOT_FOUND: { status: 404, text: () => '没有找到，或不在您负责的范围。' },
  INVALID: { status: 422, text: (p) => `有${p.count ?? 1}处要改，请按提示修改后再提交。` },
  BODY_TOO_LARGE: { status: 413, text: () => '内容太大，请减少后再提交。' },
  BODY_NOT_JSON: { status: 400, text: () => '发来的内容不完整，请重新提交一次。' },
  BODY_TYPE_UNKNOWN: { status: 415, text: () => '这种内容收不了，请更新到最新版本后再提交。' },
  TOO_MANY_REQUESTS: { status: 429, text: () => '操作太快，请等1分钟再试。' },
  INTERNAL: { status: 500, text: () => '系统暂时没有回应，您填的内容都在手机里，请稍后再试。' },
  UNAVAILABLE: { status: 503, text: () => '系统正忙，请稍后再试，已填的内容不会丢。' },
  // sign-in and access
  SIGN_IN_REQUIRED: { status: 401, text: () => '登录过期了，请重新登录。没发出的记录不会丢。' },
  RECHECK_REQUIRED: { status: 403, text: () => '为了确认是您本人，请重新登录一次再试。' },
  FORBIDDEN: { status: 403, text: () => '您现在的身份不能做这件事。如有需要，请联系镇禁毒办。' },
  APPOINTMENT_NOT_YOURS: {
    status: 403,
    text: () => '这个身份已经结束或不是您的，请在“我的”里重新选择身份。',
  },
  SIGN_IN_TOO_OFTEN: { status: 429, text: () => '试的次数太多了，请等10分钟再试。' },
  PHONE_NOT_PREPARED: {
    status: 403,
    text: () => '这个手机号还不能登录工作账号。请联系镇禁毒办登记手机号，或领取绑定码。',
  },
  BINDING_CODE_WRONG: {
    status: 403,
    text: () => '绑定码不对、用过了或过期了。请核对后再输，仍不行请向镇禁毒办重新领取。',
  },
  WECHAT_ALREADY_BOUND: {
    status: 409,
    text: () => '这个微信已经绑定另一个工作账号。请联系镇禁毒办，由他们改绑。',
  },
  SCAN_EXPIRED: { status: 410, text: () => '这个二维码过期了，请在电脑上刷新后再扫。' },
  SCAN_MISMATCH: { status: 409, text: () => '数字和电脑上的不一样，请看清电脑屏幕再点确认。' },
  PHONE_OTHER_NAME: {
    status: 409,
    text: () => '这个手机号登记在另一个姓名下，请核对姓名和手机号。',
  },
  ACCOUNT_OUT_OF_SCOPE: {
    status: 403,
    text: () => '这个账号还有别处的工作身份，请由市禁毒办发绑定码。',
  },
  APPOINTMENT_ENDED: { status: 409, text: () => '这个工作身份已经结束了，请刷新后再看。' },
  DEMO_READ_ONLY: { status: 403, text: () => '演示模式只能改示范镇的数据，真实村庄的数据不能改。' },
  // records and persons
  RECORD_CONFLICT: {
    status: 409,
    text: () => '这条记录没有保存：它的编号已经用在另一条记录上。请重新填一条。',
  },
  RECORD_STALE: {
    status: 409,
    text: () => '您改的这条记录，别人刚刚也改过。请看一下两边的内容，合并后再提交。',
  },
  RECORD_VOIDED: { status: 409, text: () => '这条记录已经作废，不能再改。需要的话请另记一条。' },
  OWN_RECORD: { status: 409, text: () => '自己提交的记录要由另一位同事审核。' },
  PLAQUE_DECISION_CONFLICT: { status: 409, text: () => '这一条的编号已经用过，请重新录一条。' },
  PLAQUE_OWN: { status: 409, text: () => '自己录入的，要由另一位考评人员确认。' },
  PLAQUE_SETTLED: { status: 409, text: () => '这一条已经确认或退回了，请刷新后再看。' },
  PLAQUE_WAITING: { status: 409, text: () => '这个村有一条还没确认。先确认或退回那一条，再录新的。' },
  ORDER_CONFLICT: { status: 409, text: () => '这一条的编号已经用过，请重新写一条。' },
  ORDER_MOVED_ON: { status: 409, text: () => '这件督办刚刚有了变动，请刷新后再看。' },
  REMARK_CLOSED: { status: 409, text: () => '这条记录不在审核中了，不能再留言。' },
  REMARK_CONFLICT: { status: 409, text: () => '这条留言没有发出去，请再写一次。' },
  REMARK_TOO_MANY: { status: 409, text: () => '这条记录的留言太多了，请打电话说，或写明原因退回。' },
  REVIEW_SETTLED: { status: 409, text: () => '这条记录已经有人审核过了，请刷新后再看。' },
  TRANSFER_AWAITS_REVIEW: {
    status: 409,
    text: () => '这个人还有记录在等审核，请原来的村和镇禁毒办先审完，再接收。',
  },
  TRANSFER_SETTLED: { status: 409, text: () => '已经接收的转入不能改，也不能作废。要退回去，请再转一次。' },
  PERSON_ALREADY_REGISTERED: {
    status: 409,
    text: (p) =>
      `这个人可能已经登记过，编号${p.code ?? ''}，请先核对。如果不是同一个人，请在两份登记里都填上身份证号。`,
  },
  // attachments
  ATTACHMENT_CONFLICT: { status: 409, text: () => '这张照片的编号已经用过，请删掉它，再选一次。' },
  ATTACHMENT_CHUNK_WRONG: { status: 422, text: () => '照片没有传完整，会自动再传。' },
  ATTACHMENT_INCOMPLETE: { status: 409, text: () => '照片还没有传完，会接着传。' },
  ATTACHMENT_DAMAGED: { status: 409, text: () => '照片在路上传坏了，会自动再传一次。' },
  ATTACHMENT_TOO_MANY: {
    status: 429,
    text: () => '今天传的照片太多了，明天会接着传。记录已经收到，不受影响。',
  },
  ATTACHMENT_TYPE: { status: 422, text: () => '这个文件不是照片，也不是PDF，没有收。请换成照片再传。' },
  ATTACHMENT_HEIC: {
    status: 422,
    text: () => '这张照片是HEIC格式，打不开，没有收。请在手机相机设置里选“兼容性最佳”后重拍，或截屏后再传。',
  },
  ATTACHMENT_TOO_LARGE: { status: 422, text: () => '这张照片的尺寸太大，没有收。请缩小后再传。' },
  ATTACHMENT_BROKEN: { status: 422, text: () => '这张照片打不开，没有收。请重拍一张。' },
  ATTACHMENT_LOST: { status: 500, text: () => '这张照片打不开了，请联系镇禁毒办。' },
  // imports
  WORKBOOK_UNREADABLE: {
    status: 422,
    text: () => '这个文件打不开。请用从这里下载的表填好，存成.xlsx再上传。',
  },
  WORKBOOK_OLD_OR_LOCKED: {
    status: 422,
    text: () => '这是旧格式的表，或者设了密码。请另存为.xlsx、去掉密码，再上传。',
  },
  WORKBOOK_TOO_LARGE: { status: 422, text: () => '这个文件展开后太大。请只留要导入的那张表，再上传。' },
  IMPORT_NOT_TEMPLATE: { status: 422, text: () => '这不是从这里下载的表。请先下载表格，照着填，再上传。' },
  IMPORT_OTHER_TABLE: {
    status: 422,
    text: (p) => `您传的是《${p.made ?? ''}》，这里要传《${p.wanted ?? ''}》。`,
  },
  IMPORT_OTHER_VILLAGE: { status: 422, text: () => '这张表是给别的村下载的，请用本村下载的表。' },
  IMPORT_OLD_TEMPLATE: { status: 422, text: () => '表格更新了。请重新下载，把内容粘过去再上传。' },
  IMPORT_COLUMNS_MISSING: {
    status: 422,
    text: (p) => `表里少了这几列：${p.columns ?? ''}。请重新下载表格，不要删列。`,
  },
  IMPORT_EMPTY: { status: 422, text: () => '表里没有填内容。请从示例的下一行开始填。' },
  IMPORT_TOO_MANY_ROWS: {
    status: 422,
    text: (p) => `一次最多导入${p.most ?? 1000}行，请分成几张表上传。`,
  },
  IMPORT_EXPIRED: { status: 410, text: () => '上传的表已经过期删除了，请重新上传。' },
  IMPORT_FAULTY: { status: 409, text: () => '表里还有要改的地方，请改好再上传。什么都还没有写进去。' },
  IMPORT_CHANGED: {
    status: 409,
    text: () => '您上传以后，有人改过这里的内容。什么都还没有写进去，请重新上传一次。',
  },
  IMPORT_ROW_REFUSED: {
    status: 409,
    text: (p) => `第${p.row ?? ''}行没有通过：${p.reason ?? ''} 什么都还没有写进去。`,
  },
  // records handed in as a file
  HAND_IN_UNREADABLE: {
    status: 422,
    text: () => '这不是手机“发件箱”里存的文件，没有收。请让本人在手机上重新存一份。',
  },
  HAND_IN_OTHER_SERVER: {
    status: 422,
    text: () => '这个文件打不开：它不是存给本系统的，或者改过。请让本人在手机上重新存一份。',
  },
  HAND_IN_DAMAGED: {
    status: 422,
    text: () => '这个文件没有传完整，或者改过，什么都没有收。请让本人重新存一份再交。',
  },
  HAND_IN_UNPROVEN: {
    status: 422,
    text: () =>
      '不能确认这个文件是谁写的，什么都没有收：他的登录或身份已经结束。请本人登录一次，在手机上重新存一份再交。',
  },
  HAND_IN_OTHER_TOWN: { status: 403, text: () => '写这个文件的人不归您管，请交给他所在的镇禁毒办。' },
  // scoring
  START_FIXED: { status: 409, text: () => '这个村开始用系统已经超过一个月，开始日期不能再改。' },
  VILLAGE_NOT_STARTED: { status: 409, text: () => '这个村还没有开通，请联系镇禁毒办。' },
  // the assessment year
  ASSESSMENT_NOT_OPEN: {
    status: 409,
    text: (p) => `${p.year ?? '这一'}年度的考核还没有开始，由镇禁毒办开始。`,
  },
  ASSESSMENT_AS_OF_FIXED: { status: 409, text: () => '已经有村冻结了，考核截至日不能再改。' },
  ASSESSMENT_CHANGED: { status: 409, text: () => '刚才有人改过这个村的考核，请刷新后再看。' },
  ASSESSMENT_MOVED: { status: 409, text: () => '现在不是这一步：可能已经有人办过，请刷新后再看。' },
  ASSESSMENT_TOO_EARLY: {
    status: 409,
    text: (p) => `考核截至${p.asOf ?? ''}，到了这一天才能提交和审定。现在可以先写、先补。`,
  },
  ASSESSMENT_OWN: { status: 409, text: () => '您自己交的，要由另一位同事办。' },
  ASSESSMENT_NO_RESULT: {
    status: 409,
    text: (p) => `市里${p.year ?? ''}年度的结果还没有录入，录入后再公示。`,
  },
  ASSESSMENT_NOT_PUBLISHED: { status: 409, text: () => '现在不在公示期，不能登记意见。' },
  ASSESSMENT_IN_PUBLICITY: { status: 409, text: (p) => `公示到${p.until ?? ''}，过了这一天再办结。` },
  ASSESSMENT_APPEAL_OPEN: { status: 409, text: () => '还有意见没有答复，答复后再办结。' },
  ASSESSMENT_APPEAL_CONFLICT: { status: 409, text: () => '这条意见的编号已经用过，请重新登记一条。' },
  ASSESSMENT_APPEAL_DECIDED: { status: 409, text: () => '这条意见已经答复过了，请刷新后再看。' },
  // quiz
  QUIZ_BANK_EMPTY: { status: 503, text: () => '题库还没有准备好，请联系镇禁毒办。' },
  QUIZ_PAPER_UNKNOWN: { status: 422, text: () => '这份题不是系统发给您的，请重新开始答题。' },
  QUIZ_PAPER_EXPIRED: { status: 410, text: () => '这份题放得太久，请换一份新题再答一次。' },
  QUIZ_PAPER_USED: { status: 409, text: () => '这份题已经交过卷了，请换一份新题。' },
  QUIZ_ITEM_EXISTS: {
    status: 409,
    text: (p) => `题库里已经有这道题，题号${p.id ?? ''}。要改的话请打开它来改。`,
  },
  POLICY_CHANGED: { status: 409, text: () => '这份草案刚有人改过或处理过，请刷新后看新的内容。' },
  POLICY_SETTLED: { status: 409, text: () => '这份草案已经发布或撤回，不能再改。请另起一份。' },
  POLICY_NOT_YOURS: { status: 409, text: () => '别人写的草案，请由起草的人来改。您可以另起一份。' },
  POLICY_OWN: { status: 409, text: () => '自己写的草案，要由另一位同事发布。' },
  POLICY_UNTRIED: { status: 409, text: () => '还在试算，算完看过影响才能发布。请过一会儿再看。' },
  POLICY_IN_FORCE: { status: 409, text: () => '已经开始执行，不能撤回。要改请另起一份草案。' },
  DICTIONARY_CHANGED: { status: 409, text: () => '词条和您看到的不一样了，请刷新后再核定。' },
  DICTIONARY_CONFLICT: { status: 409, text: () => '这次核定的编号已经用过，请刷新后重新核定。' },
  QUIZ_ITEM_CHANGED: { status: 409, text: () => '这道题刚有人改过，请刷新后看新的内容。' },
  QUIZ_ITEM_SAME: { status: 409, text: () => '和现在的内容一样，没有要保存的改动。' },
  QUIZ_ITEM_OWN: { status: 409, text: () => '自己写的题，要由另一位同事审核。' },
  QUIZ_ITEM_SETTLED: { status: 409, text: () => '这道题已经有人审核或停用了，请刷新后再看。' },
  QUIZ_BANK_TOO_SMALL: {
    status: 409,
    text: (p) => `这样${p.audience ?? ''}的题就不够一份卷（${p.size ?? 10}道）了，请先补上新题。`,
  },
  CLASS_CODE_WRONG: { status: 404, text: () => '没有这个课堂码，请看黑板再输一次。' },
  CLASS_ENDED: { status: 410, text: () => '这节课已结束。' },
  CLASS_FULL: {
    status: 409,
    text: () => '到课的同学都答过了。还有同学没答，请老师把到课人数改对，再开一次课。',
  },
  STAFF_CODE_WRONG: { status: 404, text: () => '没有这个答题码，请向负责人要8位数字，再输一次。' },
  STAFF_NOT_PASSED: {
    status: 409,
    text: () => '今年还没有合格的答卷。看看讲解，再答一次，合格后就能领合格证。',
  },
  STAFF_CONFLICT: { status: 409, text: () => '这个人没有登记上，请再登记一次。' },
  STAFF_FULL: { status: 409, text: () => '登记的人太多了。请先把离职的人去掉，再登记。' },
  SAMPLE_CODE_WRONG: { status: 404, text: () => '没有这个答题码，请看答题条上的12位数字，再输一次。' },
  SAMPLE_ANSWERED: { status: 409, text: () => '这个号已经答过了，一年只计一次。谢谢！' },
  SAMPLE_CLOSED: { status: 410, text: () => '这次调查已经结束，不用再答了。' },
  SAMPLE_EXISTS: {
    status: 409,
    text: () => '今年已经抽过了，不能重新抽。人不够可以在那次抽样里“再抽几个”。',
  },
  SAMPLE_HAS_ANSWERS: { status: 409, text: () => '已经有人答了，这次抽样不能作废。' },
  SAMPLE_LIST_USED_UP: { status: 409, text: () => '名单上的人都抽到了，不能再抽。' },
  SURVEY_KNOWN: { status: 409, text: () => '这份文件的结果已经录过了，请核对文号。' },
  QUIZ_ATTEMPT_CONFLICT: { status: 409, text: () => '这份答卷已经收到过，内容不一样。请换一份新题再答。' },
  // pledges
  PLEDGE_YEAR_CLOSED: { status: 422, text: () => '只能发今年或明年的责任状，请改年份。' },
  PLEDGE_NOT_OPEN: { status: 409, text: () => '这份责任状现在不能签。如有疑问，请联系镇禁毒办。' },
  PLEDGE_ALREADY_SIGNED: { status: 409, text: () => '这份责任状已经签过了，不用再签。' },
  PLEDGE_SIGNATURE_CONFLICT: { status: 409, text: () => '这个签名已经收到过，内容不一样。请重新打开再签。' },
  PLEDGE_NOT_READ: { status: 422, text: () => '请先读到最后，再签名。' },
  PLEDGE_TEXT_CHANGED: { status: 409, text: () => '内容更新了，请重新打开看一遍再签。' },
  PLEDGE_UNREADABLE: { status: 409, text: () => '这份责任状打不开，可能被改过。请联系镇禁毒办。' },
  PLEDGE_NOT_SEALED: { status: 409, text: () => '这份责任状还没有封存，封存后再下载。' },
  PLEDGE_WORDING_FAULTY: { status: 422, text: () => '这份文本还有问题，请先预览，按提示改好。' },
  PLEDGE_WORDING_TOO_EARLY: { status: 422, text: () => '新文本从今天或以后开始用，请改日期。' },
  PLEDGE_WORDING_CONFLICT: { status: 409, text: () => '刚才有人发布了新文本，请重新打开再改。' },
  PLEDGE_PARTY_UNKNOWN: { status: 422, text: () => '请选择是和本村的哪个网格员或场所签的。' },
  HOUSEHOLD_CODE_WRONG: { status: 404, text: () => '没有这个签名码，请看签名条上的12位数字，再输一次。' },
  HOUSEHOLD_SIGNED: {
    status: 409,
    text: (p) =>
      p.number === undefined
        ? '这一户今年已经签过了，不用再签。谢谢！'
        : `${p.number}号已经在手机上签过了，请去掉这个户号再登记。`,
  },
  HOUSEHOLD_ON_PAPER: {
    status: 409,
    text: (p) =>
      p.number === undefined
        ? '这一户今年签的是纸质的，已经登记，不用再签。'
        : `${p.number}号已经登记了纸质的。登记错了，先在这一户“更多”里去掉。`,
  },
  HOUSEHOLD_YEAR_OVER: {
    status: 410,
    text: (p) => `这是${p.year ?? ''}年的签名条，已经过期。请向村里要今年的。`,
  },
  HOUSEHOLD_NUMBERS_USED: {
    status: 409,
    text: () => '后面的户号里有签过的，不能减到这么少。请核对一共几户。',
  },
  PLEDGE_YEAR_PAPERS: { status: 422, text: () => '只能登记今年或去年的，请改年份。' },
  PLEDGE_DATE_OUTSIDE: { status: 422, text: (p) => `签订日期要在${p.year}年或上一年12月里，请检查。` },
  PLEDGE_DATE_AHEAD: { status: 422, text: () => '签订日期不能晚于今天，请检查。' },
  STROKE_BLANK: { status: 422, text: () => '还没有写名字，请用手指写姓名。' },
  STROKE_TOO_SHORT: { status: 422, text: () => '字太短，像是误触，请写全姓名。' },
  STROKE_FILLED: { status: 422, text: () => '画面涂得太满，看不出名字，请重写。' },
  // residents' rights
  FEEDBACK_TOO_MANY: {
    status: 429,
    text: () => '今天写得够多了，请明天再写；着急的事请直接打电话给镇禁毒办。',
  },
  FEEDBACK_ANSWERED: { status: 409, text: () => '这封信已经有人答复过了，请刷新后再看。' },
  ACCOUNT_IN_OFFICE: {
    status: 409,
    text: () => '您还有工作身份，不能注销。请先让镇禁毒办结束您的工作身份。',
  },
  ACCOUNT_NAME_BY_OFFICE: {
    status: 409,
    text: () => '工作账号的姓名由镇禁毒办登记，请在“意见和投诉”里写明要怎么改。',
  },
  // exports
  EXPORT_NAMES_NOT_YOURS: { status: 403, text: () => '您现在的身份不能导出姓名，请改选“只列编号”。' },
  EXPORT_NAMES_ONE_VILLAGE: { status: 422, text: () => '带姓名的表一次只能导出一个村，请先选一个村。' },
  EXPORT_NAMES_TOO_OFTEN: {
    status: 429,
    text: () => '今天导出带姓名的表太多次了，请明天再导，或改选“只列编号”。',
  },
  EXPORT_RECHECK_REQUIRED: { status: 403, text: () => '要导出姓名，请先重新登录一次，确认是您本人。' },
  EXPORT_TOO_LONG: {
    status: 422,
    text: (p) => `这段时间有${p.rows}行，这种格式最多${p.most}行。请缩短时间，或改用 Excel。`,
  },
  EXPORT_TOO_MANY: { status: 429, text: () => '您有几份表还在生成，请等它们好了再导新的。' },
  EXPORT_NOT_READY: { status: 409, text: () => '这份表还在生成，请等一会儿再下载。' },
  EXPORT_FAILED: { status: 409, text: () => '这份表没有生成好，请重新导出一次。' },
  EXPORT_GONE: { status: 410, text: () => '这份表放了超过24小时，已经删除。需要的话请重新导出。' },
  // WeChat
  WECHAT_CODE_INVALID: { status: 401, text: () => '微信登录没有成功，请再点一次。' },
  WECHAT_BLOCKED: { status: 403, text: () => '微信暂时不让这个号登录，请改用镇禁毒办打印的绑定码。' },
  WECHAT_UNAVAILABLE: { status: 503, text: () => '微信暂时没有回应，请等1分钟再试。' },
  WECHAT_PUSH_REFUSED: { status: 403, text: () => '这不是微信发来的消息。' },
} satisfies Record<string, Entry>

export type ErrorCode = keyof typeof ERROR_CODES
