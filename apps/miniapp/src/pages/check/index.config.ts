export default definePageConfig({ navigationBarTitleText: '无毒村创建工作' })
