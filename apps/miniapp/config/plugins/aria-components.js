// Read by the build (WXML templates) and by the app (runtime prop aliases): both must list the same attributes.
const ARIA = {
  'aria-label': '',
  'aria-role': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-disabled': '',
  'aria-expanded': '',
  'aria-live': '',
  'aria-modal': '',
}
const TAGS = [
  'View',
  'Text',
  'Image',
  'Button',
  'Input',
  'Textarea',
  'ScrollView',
  'Picker',
  'Canvas',
  'Label',
]

module.exports = Object.fromEntries(TAGS.map((tag) => [tag, { ...ARIA }]))
