// Withdrawing by the receipt's code.
import type { Spoken } from '../languages.ts'

export const fr = {
  intro:
    'Votre reçu porte un code de 27 lettres et chiffres. Avec lui, tout ce que ce reçu couvre est effacé. Vous n’avez rien à expliquer.',
  lost: 'Vous n’avez plus le code ? Écrivez à l’organisation qui mène la campagne.',
  code: 'Le code de votre reçu',
  codeHint: '27 lettres et chiffres. Majuscules, espaces et tirets ne comptent pas.',
  submit: 'Retirer ma signature',
  sending: 'On envoie votre retrait…',
  missing: 'Écrivez le code de votre reçu.',
  wrong: 'Ce code n’est pas complet, ou une lettre n’est pas la bonne. Relisez votre reçu.',
  noCampaign: 'Nous ne savons pas de quelle campagne vient ce code. Ouvrez plutôt le lien ou le code QR de votre reçu.',
  done: 'C’est fait',
  doneText:
    'Tout ce qui portait ce code est effacé du serveur. Si une signature attend encore dans un téléphone, elle sera effacée en arrivant.',
  signatures: { one: '{n} signature retirée.', other: '{n} signatures retirées.' },
  kept: 'Votre retrait est gardé ici',
  keptText:
    'Il n’a pas encore pu partir. Il partira tout seul, avant tout le reste, dès que le serveur répond ; ce qui attendait dans cet appareil sous ce code est déjà effacé.',
  another: 'Retirer une autre signature',
  offline: 'Pas de réseau',
  offlineText: 'Votre retrait n’est pas encore parti. Gardez votre code et réessayez quand vous aurez du réseau.',
  failed: 'Votre retrait n’est pas encore parti',
  failedText: 'Le serveur n’a pas répondu comme il faut. Gardez votre code et réessayez dans un moment.',
}

export type WithdrawWords = Spoken<typeof fr>
