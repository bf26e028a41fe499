export default definePageConfig({ navigationBarTitleText: '加入课堂' })
