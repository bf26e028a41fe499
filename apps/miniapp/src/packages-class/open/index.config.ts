export default definePageConfig({ navigationBarTitleText: '开一节课' })
