export default definePageConfig({ navigationBarTitleText: '入户答题' })
