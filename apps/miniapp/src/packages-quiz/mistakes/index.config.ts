export default definePageConfig({ navigationBarTitleText: '错题再练' })
