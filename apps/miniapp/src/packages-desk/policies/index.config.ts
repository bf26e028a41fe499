export default definePageConfig({ navigationBarTitleText: '规则里的数字' })
