import { mergeInternalComponents } from '@tarojs/shared'
import ariaComponents from '../../config/plugins/aria-components'

// The runtime half of config/plugins/aria.js: without it the template and the sent data name the attributes differently.
mergeInternalComponents(ariaComponents)
