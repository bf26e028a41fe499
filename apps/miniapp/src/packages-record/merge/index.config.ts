export default definePageConfig({ navigationBarTitleText: '合并修改' })
