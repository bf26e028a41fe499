/** 示范村A of 示范镇. */
export const AREA = '441581990201'
