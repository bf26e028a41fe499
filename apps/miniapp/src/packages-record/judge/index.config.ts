export default definePageConfig({ navigationBarTitleText: '待审记录' })
