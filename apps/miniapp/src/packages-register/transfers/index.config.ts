export default definePageConfig({ navigationBarTitleText: '转入、转出' })
