import type { Letter } from './demo-town.js'

export type VenuePlan = { name: string; venueType: string; keyParts: string; staff: number }

/** Invented venues. What is not in order with one of them stands in the village's plan. */
export const VENUES: Record<Letter, readonly VenuePlan[]> = {
  A: [
    { name: '示范旅馆', venueType: 'hotel', keyParts: '三楼客房、后门', staff: 6 },
    { name: '示范网咖', venueType: 'internet', keyParts: '二楼包间', staff: 4 },
    { name: '示范快递点', venueType: 'delivery', keyParts: '收件台、仓库', staff: 3 },
  ],
  B: [
    { name: '示范茶座', venueType: 'other', keyParts: '里间', staff: 3 },
    { name: '示范出租楼', venueType: 'rental', keyParts: '四楼、天台', staff: 1 },
  ],
  C: [{ name: '示范小仓库', venueType: 'plant', keyParts: '西侧库房', staff: 2 }],
  D: [
    { name: '示范歌厅', venueType: 'ktv', keyParts: '二楼包间、消防通道', staff: 12 },
    { name: '示范宾馆', venueType: 'hotel', keyParts: '客房、停车场', staff: 8 },
    { name: '示范养殖场', venueType: 'plant', keyParts: '饲料房、水塘边板房', staff: 5 },
  ],
  E: [
    { name: '示范沐足店', venueType: 'bath', keyParts: '包间', staff: 7 },
    { name: '示范出租院', venueType: 'rental', keyParts: '后院平房', staff: 1 },
  ],
  F: [
    { name: '示范酒吧', venueType: 'bar', keyParts: '卡座、储物间', staff: 9 },
    { name: '示范招待所', venueType: 'hotel', keyParts: '客房', staff: 5 },
  ],
  G: [
    { name: '示范网吧', venueType: 'internet', keyParts: '包间', staff: 4 },
    { name: '示范物流站', venueType: 'delivery', keyParts: '分拣区', staff: 6 },
  ],
  H: [],
}

export const SITES: Record<Letter, { name: string; siteType: string }> = {
  A: { name: '文化活动室禁毒展厅', siteType: 'hall' },
  B: { name: '村道宣传长廊', siteType: 'corridor' },
  C: { name: '榕树下宣传长廊', siteType: 'corridor' },
  D: { name: '村口宣传大道', siteType: 'avenue' },
  E: { name: '祠堂旁宣传长廊', siteType: 'corridor' },
  F: { name: '小公园宣传长廊', siteType: 'corridor' },
  G: { name: '党群中心展厅', siteType: 'hall' },
  H: { name: '', siteType: 'corridor' },
}

export const SCHOOLS: Partial<Record<Letter, { name: string; stage: string; pupils: number }>> = {
  A: { name: '示范小学', stage: 'primary', pupils: 186 },
  D: { name: '示范中学', stage: 'middle', pupils: 320 },
}

export const GRID_NAMES = ['第一网格', '第二网格', '第三网格'] as const
