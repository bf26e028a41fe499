export default definePageConfig({ navigationBarTitleText: '抽人来答题' })
