export default definePageConfig({ navigationBarTitleText: '承诺书的文本' })
