export default definePageConfig({ navigationBarTitleText: '月度简报' })
