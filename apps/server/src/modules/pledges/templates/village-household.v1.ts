import type { ReleasedTemplate } from '../pledge-template.entity.js'

/** Village and household: printed and signed by hand, since a household has no account. */
export const villageHouseholdV1: ReleasedTemplate = {
  id: 'village-household',
  version: 1,
  level: 'village-household',
  title: '{{village}}{{year}}年家庭禁毒承诺书',
  validFrom: '2023-03-24',
  validTo: null,
  body: `{{village}}{{year}}年家庭禁毒承诺书

发起：{{village}}
承诺人（户主）：{{signer}}

按照《陆丰市博美镇开展“无毒村（社区）”创建活动工作方案》（博委办〔2023〕15号）中“社区内部要层层签订禁毒责任状”的要求，我代表全家自愿承诺：

一、我家的承诺
1. 全家人不吸毒、不贩毒、不种毒、不制毒，也不帮人做这些事。
2. 教育家里的孩子认识毒品、远离毒品。
3. 不把房屋、仓库、山地、鱼塘借给或者租给别人制毒、藏毒、种毒。出租房屋的，按规定登记租住的人。
4. 参加村里每月{{activitiesPerMonth}}次以上的毒品预防宣传教育活动和答题。
5. 发现可疑气味、废料、人员，不触碰、不对质，打110或者告诉村里、派出所。

二、保密和尊重
1. 依照《戒毒条例》第七条，知道的戒毒人员个人信息依法予以保密，不公开、不议论，不向无关的人透露举报人。
2. 依照《中华人民共和国禁毒法》第五十二条和《戒毒条例》第七条，戒毒人员在入学、就业、享受社会保障等方面不受歧视。家里有人正在戒毒的，我们多关心、多陪伴，支持他走出来。

三、责任
以上承诺请村里和邻居监督。违反法律的，由有权的部门依法处理。

四、其他
1. 本承诺书到{{year}}年12月31日为止。
2. 我已读完全文，内容清楚，自愿承诺。

文本标识：{{textMark}}`,
}
