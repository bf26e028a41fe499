export { chooseOption, desk, goToQuestion, startQuizDesk, useSitting } from './current'
export type { PaperOrder } from './desk'
export { canGoOn, type Sitting, unansweredOf } from './sitting'
