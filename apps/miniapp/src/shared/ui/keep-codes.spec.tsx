import { render } from '@testing-library/react'
import { KeepCodes } from './keep-codes'

const codesIn = (text: string) =>
  [...render(<KeepCodes text={text} />).container.querySelectorAll('.dfv-code')].map((one) => one.textContent)

test('a code is kept whole, and codes in a row may be broken between', () => {
  expect(codesIn('谈话 示范A-07 11—12月')).toEqual(['示范A-07'])
  expect(codesIn('示范A-02、示范A-04、示范A-13等5个')).toEqual(['示范A-02', '示范A-04', '示范A-13'])
})
