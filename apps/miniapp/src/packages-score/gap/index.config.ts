export default definePageConfig({ navigationBarTitleText: '补齐清单' })
