export default definePageConfig({ navigationBarTitleText: '凭答题码答题' })
