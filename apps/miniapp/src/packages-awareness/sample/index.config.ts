export default definePageConfig({ navigationBarTitleText: '抽样' })
