export default definePageConfig({ navigationBarTitleText: '收文件' })
