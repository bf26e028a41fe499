export default definePageConfig({ navigationBarTitleText: '签署回执' })
