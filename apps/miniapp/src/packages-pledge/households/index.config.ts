export default definePageConfig({ navigationBarTitleText: '各户签承诺书' })
