export default defineAppConfig({
  pages: ['pages/home/index', 'pages/work/index', 'pages/check/index', 'pages/me/index'],
  subPackages: [
    { root: 'packages-account', pages: ['sign-in/index', 'role/index', 'privacy/index', 'scan/index'] },
    {
      root: 'packages-me',
      pages: [
        'text-size/index',
        'inbox/index',
        'reminders/index',
        'reveals/index',
        'my-data/index',
        'letters/index',
      ],
    },
    {
      root: 'packages-record',
      pages: [
        'form/index',
        'review/index',
        'judge/index',
        'receipt/index',
        'register/index',
        'detail/index',
        'outbox/index',
        'merge/index',
        'choose/index',
        'hand-in/index',
      ],
    },
    {
      root: 'packages-register',
      pages: ['person/index', 'list/index', 'place/index', 'transfers/index', 'readings/index'],
    },
    { root: 'packages-score', pages: ['standard/index', 'evidence/index', 'gap/index', 'why/index'] },
    {
      root: 'packages-quiz',
      pages: [
        'start/index',
        'paper/index',
        'result/index',
        'practice/index',
        'study/index',
        'mistakes/index',
      ],
    },
    { root: 'packages-bank', pages: ['list/index', 'item/index', 'edit/index'] },
    { root: 'packages-class', pages: ['open/index', 'board/index', 'join/index'] },
    { root: 'packages-venue', pages: ['staff/index', 'fix/index', 'answer/index'] },
    {
      root: 'packages-awareness',
      pages: ['report/index', 'draw/index', 'sample/index', 'slips/index', 'visit/index', 'surveys/index'],
    },
    {
      root: 'packages-town',
      pages: [
        'village/index',
        'standard/index',
        'ledger/index',
        'duties/index',
        'arrange/index',
        'accounts/index',
        'appoint/index',
        'letters/index',
        'plaque/index',
      ],
    },
    {
      root: 'packages-overview',
      pages: ['moves/index', 'late/index', 'map/index', 'orders/index', 'order/index', 'issue/index'],
    },
    {
      root: 'packages-intake',
      pages: ['beginning/index', 'villages/index', 'tables/index', 'hand-ins/index', 'questions/index'],
    },
    { root: 'packages-year', pages: ['list/index', 'village/index', 'experience/index'] },
    { root: 'packages-ledger', pages: ['list/index', 'ask/index'] },
    {
      root: 'packages-pledge',
      pages: [
        'list/index',
        'read/index',
        'sign/index',
        'receipt/index',
        'office/index',
        'wordings/index',
        'households/index',
        'slips/index',
        'household/index',
      ],
    },
    {
      root: 'packages-desk',
      pages: [
        'policies/index',
        'policy-edit/index',
        'policy/index',
        'dictionaries/index',
        'brief/index',
        'status/index',
      ],
    },
    { root: 'packages-public', pages: ['village/index', 'verify/index', 'help/index', 'plaque/index'] },
  ],
  // What one reaches from the work in one tap is fetched while one reads it, so that it is there without a network.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages-record', 'packages-score'] },
    'pages/check/index': { network: 'all', packages: ['packages-score'] },
    'pages/work/index': { network: 'all', packages: ['packages-register'] },
  },
  window: {
    navigationBarBackgroundColor: '#FFFFFF',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '无毒村创建工作',
    backgroundColor: '#F2F5F8',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#4E5C69',
    selectedColor: '#0B5CAD',
    backgroundColor: '#FFFFFF',
    borderStyle: 'black',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/tabs/home.png',
        selectedIconPath: 'assets/tabs/home-on.png',
      },
      {
        pagePath: 'pages/work/index',
        text: '答题',
        iconPath: 'assets/tabs/work.png',
        selectedIconPath: 'assets/tabs/work-on.png',
      },
      {
        pagePath: 'pages/check/index',
        text: '承诺书',
        iconPath: 'assets/tabs/check.png',
        selectedIconPath: 'assets/tabs/check-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'assets/tabs/me.png',
        selectedIconPath: 'assets/tabs/me-on.png',
      },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  // WeChat asks for the user's consent before any private interface is called.
  __usePrivacyCheck__: true,
  // Large screens: WeChat on a PC may make the window wider.
  resizable: true,
  // In a browser pages change at once: sliding costs a cheap phone frames, and whoever went back while a page slid in was left
  // with an empty one. WeChat moves its pages itself and does not know the key.
  ...(process.env.TARO_ENV === 'h5' && { animation: { duration: 0, delay: 0 } }),
} as Parameters<typeof defineAppConfig>[0])
