/** Whom a question of the bank is for, in the order of every list. @see 四(一)3 */
export const BANK_AUDIENCES = ['public', 'migrant', 'venue', 'student'] as const
export type BankAudience = (typeof BANK_AUDIENCES)[number]

/** What a question is about, in the order in which one learns it. A paper has its share of each. */
export const TOPICS = ['law', 'drugs', 'refuse', 'crime', 'duty', 'treatment', 'venue', 'minors'] as const
export type Topic = (typeof TOPICS)[number]

export const ITEM_TYPES = ['single', 'multiple', 'judge'] as const
export type ItemType = (typeof ITEM_TYPES)[number]

/** The bank's words, on screens and in tables alike. */
export const BANK_WORDS = {
  audience: {
    public: '本村群众',
    migrant: '外来务工人员',
    venue: '场所从业人员',
    student: '学生',
  } satisfies Record<BankAudience, string>,

  topic: {
    law: '禁毒法律常识',
    drugs: '认识毒品',
    refuse: '毒品危害和拒绝',
    crime: '涉毒违法犯罪',
    duty: '举报和防范责任',
    treatment: '戒毒和帮扶',
    venue: '娱乐场所',
    minors: '未成年人保护',
  } satisfies Record<Topic, string>,

  type: { single: '单选', multiple: '多选', judge: '判断' } satisfies Record<ItemType, string>,

  /** The options of every judgement question, and no others. */
  judge: ['正确', '错误'],
} as const
