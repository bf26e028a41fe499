export default definePageConfig({ navigationBarTitleText: '报整改' })
