export default definePageConfig({ navigationBarTitleText: '各村示意图' })
