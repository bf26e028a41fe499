export default definePageConfig({ navigationBarTitleText: '台账档案' })
