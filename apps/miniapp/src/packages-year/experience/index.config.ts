export default definePageConfig({ navigationBarTitleText: '经验材料' })
