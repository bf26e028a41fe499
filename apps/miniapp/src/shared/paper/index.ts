export { Answering } from './answering'
export { type Explained, explain } from './explained'
export { ExplainedItem } from './explained-item'
export { Question } from './question'
