export default definePageConfig({ navigationBarTitleText: '禁毒知识答题' })
