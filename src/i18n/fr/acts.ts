// Letters, joining, writing to the coordinators: what their pages say. They come with their own code.
import type { Spoken } from '../languages.ts'

export const fr = {
  back: 'Lire l’histoire de {person}',
  lacking: 'Une partie de cette page n’est pas encore dans cet appareil. Ouvrez-la une fois avec du réseau.',
  notYet: {
    title: 'L’envoi n’est pas encore possible',
    text: 'La coordination prépare la clé qui protégera ce que vous écrivez. Revenez dans quelques jours.',
  },
  ended: {
    title: 'La campagne est terminée',
    text: 'Tout ce qui avait été signé est effacé. Merci à toutes les personnes qui ont signé.',
  },
  optional: 'si vous voulez',
  lettersLeft: { one: 'Encore {n} caractère.', other: 'Encore {n} caractères.' },

  letter: {
    title: 'Écrire pour {person}',
    intro:
      'Quelques lignes suffisent. Votre lettre est chiffrée dans cet appareil ; la coordination l’ouvre, la lit et l’imprime.',
    to: 'À qui écrivez-vous ?',
    toPerson: 'À {person}',
    toAuthority: 'À l’autorité',
    rulesPerson: 'Quand vous écrivez à {person}',
    rulesAuthority: 'Quand vous écrivez à : {addressee}',
    over: {
      title: 'On n’écrit plus pour ce cas',
      text: 'Cette pétition n’est plus ouverte. Les lettres déjà confiées à la coordination suivent leur chemin.',
    },
    none: {
      title: 'Pas de lettre pour ce cas',
      text: 'Une lettre pourrait nuire à la personne, ou ses proches n’en souhaitent pas. Votre signature compte.',
    },
    others: 'On peut écrire pour',
    text: 'Votre lettre',
    textHint: 'N’écrivez ni votre adresse, ni votre numéro.',
    firstName: 'Prénom',
    lastName: 'Nom',
    nameHint: 'Le prénom suffit.',
    send: 'Confier ma lettre',
    self: 'Ou l’envoyer vous-même',
    selfText: 'Copiée, imprimée ou envoyée par e-mail, votre lettre n’est ni gardée ni comptée ici.',
    selfOnly: 'Envoyer votre lettre vous-même',
    address: 'Adresse pour le courrier',
    copy: 'Copier la lettre',
    copied: 'Lettre copiée',
    notCopied: 'La copie n’a pas marché. Sélectionnez le texte, puis copiez-le.',
    print: 'Imprimer la lettre',
    mail: 'Envoyer par e-mail',
    mailLong: 'Votre lettre est longue pour ce bouton : copiez-la, puis collez-la dans un e-mail à {email}.',
    subject: 'À propos de {person}',
    writeFirst: 'Écrivez d’abord votre lettre.',
  },
  hints: {
    title: 'À relire avant d’envoyer',
    organisation: '« {word} » : pour protéger la personne, ne nommez pas d’organisation.',
    religion:
      '« {word} » : mieux vaut laisser la religion et ses fêtes de côté. « Mes meilleurs vœux » convient à tout le monde.',
    politics: '« {word} » : ne parlez pas de politique à une personne détenue ou menacée.',
    charges: '« {word} » : ne parlez pas de ce dont on l’accuse.',
    contact: '« {word} » : n’écrivez ni adresse, ni numéro, ni e-mail.',
    insult: '« {word} » : une insulte fait écarter la lettre. Restez ferme, avec politesse.',
    name: 'Nommez la personne pour qui vous écrivez : {person}.',
    long: 'C’est une longue lettre. Une page se lit mieux.',
    stays: 'Ce ne sont que des conseils : vous pouvez envoyer votre lettre telle quelle.',
  },

  join: {
    title: 'Nous rejoindre',
    code: 'Le code de conduite',
    codeText: 'À lire avant de nous rejoindre.',
    fee: 'Cotisation',
    age: 'Âge',
    ageText: 'À partir de {n} ans.',
    request: 'Votre demande',
    read: 'J’ai lu le code de conduite et je le suivrai.',
    oldEnough: 'J’ai {n} ans ou plus.',
    as: 'Comment voulez-vous agir ?',
    inGroup: 'Dans un groupe',
    alone: 'De mon côté, sans groupe',
    group: 'Quel groupe ?',
    chooseGroup: 'Choisissez',
    message: 'Un mot pour la coordination',
    send: 'Envoyer ma demande',
    none: 'On ne peut pas nous rejoindre ici pour le moment.',
  },
  contact: {
    title: 'Nous écrire',
    message: 'Votre message',
    send: 'Envoyer mon message',
    none: 'On ne peut pas nous écrire ici pour le moment.',
  },

  problem: {
    text: 'Écrivez votre lettre.',
    message: 'Écrivez votre message.',
    read: 'Lisez le code de conduite, puis cochez cette case.',
    oldEnough: 'On peut nous rejoindre à partir de {n} ans.',
    group: 'Choisissez un groupe, ou dites que vous agirez sans groupe.',
    letter: 'Cochez cette case si vous êtes d’accord : sans elle, nous ne pouvons pas prendre votre lettre.',
    join: 'Cochez cette case si vous êtes d’accord : sans elle, nous ne pouvons pas prendre votre demande.',
    contact: 'Cochez cette case si vous êtes d’accord : sans elle, nous ne pouvons pas prendre votre message.',
  },

  failed: {
    letter: 'Votre lettre n’est pas encore enregistrée',
    join: 'Votre demande n’est pas encore enregistrée',
    contact: 'Votre message n’est pas encore enregistré',
    storageOffline:
      'Ce téléphone ne peut rien garder, et il n’y a pas de réseau pour l’envoyer. Ce que vous avez écrit reste ici : réessayez avec du réseau.',
    storageOnline:
      'Ce téléphone ne peut rien garder, et le serveur n’a pas pu le prendre non plus. Ce que vous avez écrit reste ici : réessayez dans un moment.',
    refused: 'Le serveur ne l’a pas accepté. Copiez ce que vous avez écrit, rechargez la page, puis réessayez.',
    loading:
      'Une partie de l’application manque encore. Ce que vous avez écrit reste ici : vérifiez le réseau, puis réessayez.',
    unknown: 'Quelque chose a échoué dans ce navigateur. Ce que vous avez écrit reste ici : réessayez.',
  },
  wrongKey: {
    title: 'Nous préférons ne rien prendre',
    text: 'La clé qui devait protéger votre envoi n’est pas celle que ce téléphone connaît. Rien n’a été enregistré ni envoyé. Prévenez la coordination de la campagne.',
  },

  receipt: 'Pour retirer ce que vous venez de confier, quand vous voulez.',
  where: {
    letter: {
      here: 'Votre lettre est enregistrée dans ce téléphone. Elle part dès qu’il y a du réseau.',
      arrived: 'Votre lettre est arrivée au serveur de la campagne. Seule la coordination peut la lire.',
      'not-taken': 'Le serveur n’a pas pris votre lettre. Elle reste dans ce téléphone ; prévenez la coordination.',
    },
    join: {
      here: 'Votre demande est enregistrée dans ce téléphone. Elle part dès qu’il y a du réseau.',
      arrived: 'Votre demande est arrivée au serveur de la campagne. La coordination vous répondra.',
      'not-taken': 'Le serveur n’a pas pris votre demande. Elle reste dans ce téléphone ; prévenez la coordination.',
    },
    contact: {
      here: 'Votre message est enregistré dans ce téléphone. Il part dès qu’il y a du réseau.',
      arrived: 'Votre message est arrivé au serveur de la campagne. Seule la coordination peut le lire.',
      'not-taken': 'Le serveur n’a pas pris votre message. Il reste dans ce téléphone ; prévenez la coordination.',
    },
  },
}

export type ActWords = Spoken<typeof fr>
