export default definePageConfig({ navigationBarTitleText: '变化和走势' })
