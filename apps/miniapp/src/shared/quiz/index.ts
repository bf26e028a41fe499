export { chooseOption, desk, goToQuestion, startQuizDesk, useSitting } from './current'
export type { PaperOrder } from './desk'
export { quizDevice } from './device'
export { type Answering, answersOf, canGoOn, choose, goTo, type Sitting, unansweredOf } from './sitting'
