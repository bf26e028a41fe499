export default definePageConfig({ navigationBarTitleText: '授牌查验' })
