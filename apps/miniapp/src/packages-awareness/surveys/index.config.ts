export default definePageConfig({ navigationBarTitleText: '第三方调查' })
