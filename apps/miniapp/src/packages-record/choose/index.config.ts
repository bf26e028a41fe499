export default definePageConfig({ navigationBarTitleText: '记什么' })
