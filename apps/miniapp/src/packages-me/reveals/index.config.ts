export default definePageConfig({ navigationBarTitleText: '我看过的姓名' })
