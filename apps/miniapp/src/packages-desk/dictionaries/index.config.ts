export default definePageConfig({ navigationBarTitleText: '核定词条' })
