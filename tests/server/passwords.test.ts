import { describe, expect, test } from 'vitest'
import { goodEnough } from '../../sync-server/password.ts'

describe('a password', () => {
  test.each([
    'un mot de passe assez long',
    'Quatre lampes bleues dansent',
    'tortue-marteau-soleil',
    'ɛ̀wé ŋútí àgbàlẽ̀',
    'passwords are for the birds',
    'Afi aime les mangues',
  ])('%s may be chosen', (password) => {
    expect(goodEnough(password, 'Afi Mensah')).toBe(true)
  })

  test.each([
    ['is short', 'onze signes'],
    ['stands on every list', 'motdepasse2024'],
    ['stands there, dressed up', 'M.o.t de Pàsse 123 !'],
    ['is an English one', 'Password123456'],
    ['is one of ours', 'écrire pour les droits'],
    ['is a row of keys', 'azertyuiop12'],
    ['is a word again and again', 'soleilsoleil'],
    ['is a few letters again and again', 'abcabcabcabc'],
    ['is one character', '············'],
    ['is one digit', '111111111111'],
    ['is a run of digits', '123456789012'],
    ['is a run backwards', '987654321098'],
    ['is one’s own name', 'Afi Mensah 2024'],
    ['is one’s own name twice', 'mensah-mensah-afi'],
  ])('that %s may not: %s', (_, password) => {
    expect(goodEnough(password, 'Afi Mensah')).toBe(false)
  })
})
