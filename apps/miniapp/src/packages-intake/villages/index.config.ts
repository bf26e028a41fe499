export default definePageConfig({ navigationBarTitleText: '各村开通' })
