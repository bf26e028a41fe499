export default definePageConfig({ navigationBarTitleText: '存成文件交' })
