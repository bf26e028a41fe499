export default definePageConfig({ navigationBarTitleText: '写题' })
