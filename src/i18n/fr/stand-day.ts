import type { Forms } from '../forms.ts'
import type { Spoken } from '../languages.ts'

// The team's tally, the end of the day, and emptying the tablet. Two units, never mixed: "signature" is one person's for one petition, as
// the tally and the public count; "envoi" (envelope) is what one person leaves in one go, as what waits, arrives and fits in a file.
export const fr = {
  leave: 'Revenir au stand',
  reading: 'On compte…',

  tally: {
    title: 'Le compte de l’équipe',
    today: 'Aujourd’hui',
    total: 'Depuis le premier jour',
    since: 'Depuis le premier jour :',
    signatures: { one: 'signature', other: 'signatures' } as Forms,
    none: 'Encore aucune signature aujourd’hui.',
    byHour: 'Par heure',
    hour: '{hour} h',
    chart: 'Signatures par heure, en barres. Le tableau dessous dit la même chose.',
    asTable: 'En tableau',
    hourColumn: 'Heure',
    countColumn: 'Signatures',
    byCase: 'Par pétition',
    caseColumn: 'Pétition',
    here: 'Où en sont les envois',
    unit: 'Un envoi par personne, même si elle signe plusieurs pétitions.',
    never:
      'Ce compte ne baisse pas quand les envois arrivent au serveur, ni quand une signature est retirée, par la personne ou par vous.',
    twice: {
      one: 'Une personne a peut-être signé deux fois. Rien à faire : la coordination s’en occupe.',
      other: '{n} personnes ont peut-être signé deux fois. Rien à faire : la coordination s’en occupe.',
    } as Forms,
    unkept: {
      one: 'Une signature n’a pas pu être gardée. Son signataire était déjà parti, sans merci. Vérifiez la tablette.',
      other:
        '{n} signatures n’ont pas pu être gardées. Leurs signataires étaient déjà partis, sans merci. Vérifiez la tablette.',
    } as Forms,
    gone: 'Pétition retirée de la campagne',
  },

  day: {
    title: 'Fin de journée',
    allSent: 'Tout est envoyé',
    allSentText: 'La coordination a tout reçu. Vous pouvez éteindre la tablette.',
    waiting: { one: '{n} envoi attend encore ici', other: '{n} envois attendent encore ici' } as Forms,
    waitingText: 'Ailleurs, il n’y en a pas de copie. Trouvez du réseau, ou emportez le fichier de remise.',
    sendNow: 'Envoyer maintenant',
    sending: 'On envoie…',
    withdraw: 'Un retrait attend le réseau. Il part avant tout le reste.',
    nothing: 'Rien n’a encore été gardé sur cette tablette',
    nothingText: 'Les signatures du stand apparaîtront ici.',
  },

  remove: {
    title: 'Tout retirer de cette tablette',
    text: 'À faire quand la tablette est rendue ou prêtée. Il n’y restera ni envois, ni clé, ni application.',
    open: 'Tout retirer…',
    lost: 'Ce qui serait perdu',
    nothingLost: 'Rien ne serait perdu : tout ce qui a été gardé ici est au serveur.',
    waiting: { one: '{n} envoi qui attend', other: '{n} envois qui attendent' } as Forms,
    refused: { one: '{n} envoi refusé', other: '{n} envois refusés' } as Forms,
    withdrawals: { one: '{n} retrait pas encore parti', other: '{n} retraits pas encore partis' } as Forms,
    /** A file was saved that holds all of it. */
    notThere: 'Pas encore arrivé au serveur',
    file: {
      one: 'Le fichier de remise du {when} en porte {n}.',
      other: 'Le fichier de remise du {when} en porte {n}.',
    } as Forms,
    since: {
      one: '{n} envoi est venu depuis et n’y est pas.',
      other: '{n} envois sont venus depuis et n’y sont pas.',
    } as Forms,
    fileCare:
      'Il n’est pas encore remis : vérifiez qu’il est bien là, et gardez-le jusqu’à ce que la coordination l’ait reçu.',
    only: 'Ailleurs, il n’y en a pas de copie, sauf dans un fichier de remise que vous avez déjà mis à l’abri. Préparez-le d’abord.',
    again: 'Pour servir de nouveau, la tablette devra être inscrite avec un nouveau code.',
    pin: 'Le code de l’équipe est demandé ensuite.',
    go: 'Tout retirer',
    back: 'Ne rien retirer',
    confirmTitle: 'Les perdre vraiment ?',
    confirmText: 'Personne ne pourra les retrouver, ni ici ni ailleurs, sauf dans un fichier de remise déjà emporté.',
    carriedTitle: 'Ne garder que le fichier ?',
    carriedText: 'Tant qu’il n’est pas remis, c’est la seule copie. S’il se perd, personne ne pourra les retrouver.',
    confirm: 'Les perdre et tout retirer',
    keep: 'Les garder',
    removing: 'On retire tout…',
    wrongPin: 'Rien n’a été retiré : le code de l’équipe n’a pas été donné.',
    failed: 'La tablette n’a pas pu dire ce qu’elle garde. Rien n’a été retiré ; essayez encore.',
  },

  removed: {
    title: 'Cette tablette est vide',
    text: 'Rien de Paraphe n’y reste. Vous pouvez fermer cette page.',
    checked: 'Vérifié à l’instant',
    databases: 'bases de données',
    caches: 'réserves de fichiers',
    workers: 'programmes en arrière-plan',
    entries: 'réglages et cookies',
    files:
      'Les fichiers de remise et les feuilles imprimées ne sont pas sur cette page : cherchez-les dans les téléchargements. Retirez aussi l’icône de l’écran d’accueil.',
    unswept:
      'Sans réseau, le navigateur nettoie son disque à son rythme. Ce qui y traîne encore est scellé : personne ne peut le lire.',
    leftTitle: 'Il reste quelque chose',
    leftText: 'Un autre onglet tient peut-être encore Paraphe ouvert. Fermez-le, puis essayez encore.',
    again: 'Retirer ce qui reste',
  },
}

export type StandDayWords = Spoken<typeof fr>
