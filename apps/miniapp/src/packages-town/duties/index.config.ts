export default definePageConfig({ navigationBarTitleText: '您要办的' })
