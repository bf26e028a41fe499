export default definePageConfig({ navigationBarTitleText: '安排这件事' })
