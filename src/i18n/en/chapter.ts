// What an English page needs before it comes alive.
import { formWords } from '../form.ts'
import { publicWords } from '../public.ts'
import { en as form } from './form.ts'
import { en as pages } from './public.ts'

publicWords.en = pages
formWords.en = form
