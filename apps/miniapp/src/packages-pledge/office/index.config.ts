export default definePageConfig({ navigationBarTitleText: '签署情况' })
