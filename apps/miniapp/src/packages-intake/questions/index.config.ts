export default definePageConfig({ navigationBarTitleText: '题库表格' })
