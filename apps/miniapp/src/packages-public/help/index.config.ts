export default definePageConfig({ navigationBarTitleText: '用法说明' })
