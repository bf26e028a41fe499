import { z } from 'zod'

/** Control and format characters, halves of letters, ends of lines; and braces, which mean something in templates. */
const REFUSED = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}{}]/u

/** The name of somebody who works here, as it is printed on pledges. Rare characters of names all pass. */
export const PersonName = z
  .string()
  .trim()
  .min(1)
  .max(30)
  .refine((name) => !REFUSED.test(name), { error: '姓名里有不能用的符号，请只填姓名。' })
