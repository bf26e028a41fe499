export default definePageConfig({ navigationBarTitleText: '阅读承诺书' })
