export default definePageConfig({ navigationBarTitleText: '授牌' })
