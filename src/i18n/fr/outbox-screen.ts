import type { Forms } from '../forms.ts'
import type { Spoken } from '../languages.ts'

// The screen of what this device holds. What travels is an "envoi" here: a signature, a letter, a message.
export const fr = {
  sums: {
    title: 'Le compte',
    captured: { one: 'Recueilli sur cet appareil', other: 'Recueillis sur cet appareil' } as Forms,
    waiting: { one: 'en attente ici', other: 'en attente ici' } as Forms,
    accepted: { one: 'arrivé au serveur', other: 'arrivés au serveur' } as Forms,
    refused: { one: 'refusé, gardé ici', other: 'refusés, gardés ici' } as Forms,
    withdrawn: { one: 'retiré', other: 'retirés' } as Forms,
  },
  withdrawWaits:
    'Un retrait attend le réseau. Il partira d’ici avant tout le reste ; le fichier de remise ne le porte pas.',
  restored: 'Le serveur a été rétabli depuis une sauvegarde. Cet appareil lui rend ce qui lui manque.',
  check: 'Vérifier auprès du serveur',
  checking: 'On vérifie…',

  save: {
    title: 'Remettre en main propre',
    text: 'Sans réseau pour longtemps ? Un fichier porte ce qui attend jusqu’à un appareil connecté. Il est chiffré : personne ne peut le lire en route.',
    nothing: 'Rien n’attend ici : il n’y a rien à remettre.',
    prepare: 'Préparer le fichier',
    preparing: 'On prépare…',
    ready: { one: 'Fichier prêt : {n} envoi, {size}.', other: 'Fichier prêt : {n} envois, {size}.' } as Forms,
    share: 'Partager le fichier',
    keep: 'Enregistrer le fichier',
    stays:
      'Tout reste aussi ici jusqu’à ce que le serveur réponde à cet appareil. Apporter le fichier deux fois ne compte rien deux fois.',
    kept: 'Demandé au navigateur : {name}. Portez ce fichier à un appareil connecté, à la page /envois de ce site, ou à la coordination.',
    failed: 'Le fichier n’a pas pu être préparé. Rien n’est perdu ; réessayez.',
    fileName: 'paraphe-remise',
    progress: 'On prépare le fichier',
  },
  take: {
    title: 'Recevoir un fichier de remise',
    text: 'Quand cet appareil a du réseau, il peut envoyer le fichier d’un autre, sans pouvoir le lire.',
    label: 'Le fichier de remise',
    chooseFile: 'Choisir un fichier',
    chooseOther: 'En choisir un autre',
    noFileYet: 'Aucun fichier choisi',
    checking: 'On vérifie le fichier',
    sending: 'On envoie',
    progress: '{done} sur {items}',
    stopped: 'L’envoi s’est arrêté',
    stoppedText: '{why} Ce qui est passé est passé ; reprendre ne compte rien deux fois.',
    again: 'Reprendre',
    done: 'Le fichier est passé',
    doneText: 'L’appareil d’où il vient verra lui-même ce qui est arrivé, à son prochain contact avec le serveur.',
    empty: 'Ce fichier est entier, mais vide.',
    stored: 'arrivés maintenant',
    duplicate: 'déjà là',
    withdrawn: 'retirés par leur signataire',
    conflict: 'déjà là sous une autre forme',
    refused: 'refusés',
    failed: 'Ce fichier n’a pas pu être lu. Choisissez-le encore.',
  },
}

export type OutboxScreenWords = Spoken<typeof fr>
