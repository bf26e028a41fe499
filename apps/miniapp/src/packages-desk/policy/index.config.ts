export default definePageConfig({ navigationBarTitleText: '草案' })
