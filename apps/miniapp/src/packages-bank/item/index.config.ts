export default definePageConfig({ navigationBarTitleText: '一道题' })
