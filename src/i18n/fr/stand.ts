import type { Forms } from '../forms.ts'
import type { Spoken } from '../languages.ts'

// What a stand's team reads on its tablet, between two signers.
export const fr = {
  loading: 'Un instant…',
  noCampaignTitle: 'La campagne n’est pas encore dans cette tablette',
  noCampaign: 'Reliez la tablette au réseau une fois, puis réessayez.',
  tryAgain: 'Réessayer',
  back: 'Retour',

  enrol: {
    title: 'Inscrire cette tablette',
    lead: 'La coordination vous a remis une carte avec un code. Il relie cette tablette à votre stand.',
    scan: 'Scanner le code',
    scanStop: 'Arrêter la caméra',
    scanning: 'Tenez le code devant la caméra.',
    notOurs: 'Ce code-là n’est pas celui d’un stand. Cherchez la carte avec le titre « Stand ».',
    camera:
      'La caméra ne répond pas, ou n’est pas permise. Écrivez le code de la carte ci-dessous : il fait la même chose.',
    typed: 'Ou écrivez le code de la carte',
    typedHint: 'Douze signes, par exemple 7KQF-2M8D-XT4P. Majuscules et tirets ne comptent pas.',
    typedMissing: 'Écrivez le code qui est sur la carte.',
    notACode: 'Ce n’est pas un code de stand : il y faut douze lettres et chiffres. Comparez avec la carte.',
    otherSite:
      'Ce code est celui d’un autre site. Ouvrez son lien, ou demandez à la coordination la carte de ce stand.',
    go: 'Continuer',
    asking: 'Demande au serveur…',
    begun: 'Une inscription a été commencée ici et n’a pas eu de réponse.',
    resume: 'La reprendre',
    already:
      'Cette tablette est déjà inscrite à un stand. L’inscrire à nouveau lui donne une autre place ; ce qu’elle garde reste.',
    enrolWithIt: 'L’inscrire avec ce code',
    keeps: 'Ce que cette tablette garde déjà y reste et sera envoyé.',
    problem: {
      offline:
        'Pas de réponse. L’inscription a besoin du réseau, une seule fois : rapprochez-vous et réessayez. Rien n’est perdu.',
      'unknown-code':
        'Ce code n’est pas connu ici. Comparez-le avec la carte, ou demandez-en un nouveau à la coordination.',
      'used-code': 'Ce code a déjà servi pour autant de tablettes que prévu. Demandez-en un nouveau à la coordination.',
      'expired-code': 'Ce code n’est plus valable. Demandez-en un nouveau à la coordination.',
      'revoked-device': 'La coordination a retiré cette tablette. Il faut un nouveau code pour l’inscrire de nouveau.',
      'too-many': 'Trop d’essais depuis ici. Attendez une minute, puis réessayez.',
      'other-root':
        'Arrêtez : le serveur ne montre pas la clé que ce code annonce. N’utilisez pas cette tablette et prévenez la coordination.',
      failed: 'Le serveur n’a pas répondu comme prévu. Réessayez ; si cela dure, prévenez la coordination.',
    },
    wordsTitle: 'Les mêmes mots sur la carte ?',
    wordsLead:
      'Lisez-les à voix haute, dans l’ordre. Ils prouvent que cette tablette parle à votre campagne et à personne d’autre.',
    wordsLabel: 'Les six mots de la campagne',
    same: 'Oui, les mêmes',
    different: 'Non',
    stoppedTitle: 'N’utilisez pas cette tablette',
    stopped:
      'Quelqu’un s’est peut-être glissé entre elle et votre campagne. Rien n’a été inscrit ni envoyé. Prévenez la coordination, gardez la carte, et recommencez sur un autre réseau avec un nouveau code.',
    startOver: 'Recommencer avec un autre code',
  },

  pin: {
    title: 'Un code pour l’équipe',
    lead: 'De quatre à huit chiffres, que l’équipe du stand connaît. Il ramène du kiosque à ces écrans-ci.',
    first: 'Code de l’équipe',
    second: 'Le même, encore une fois',
    save: 'Garder ce code',
    saving: 'Un instant…',
    notDigits: 'De quatre à huit chiffres.',
    easy: 'Ce code se devine au premier essai. Prenez-en un autre.',
    notSame: 'Les deux ne sont pas pareils. Écrivez-le encore une fois.',
    ask: 'Code de l’équipe ?',
    enter: 'Entrer',
    wrong: 'Ce n’est pas le code.',
    wait: 'Prochain essai dans {time}.',
    seconds: { one: '{n} seconde', other: '{n} secondes' } as Forms,
    minutes: { one: '{n} minute', other: '{n} minutes' } as Forms,
    forgotten: 'Oublié ? Un nouveau code de la coordination permet d’inscrire la tablette à nouveau. Rien ne se perd.',
    notKept: 'Le code n’a pas pu être gardé. Réessayez.',
  },

  check: {
    title: 'Avant d’ouvrir',
    running: 'Vérification…',
    again: 'Vérifier encore',
    on: 'Continuer',
    ready: 'Tout est prêt.',
    unsure: 'Prête. Le reste se vérifiera avec du réseau.',
    warns: 'Le stand peut ouvrir. Faites d’abord ce qui est en rouge, si vous pouvez.',
    blocked: 'Le stand ne peut pas ouvrir : ce qui serait signé ici pourrait se perdre.',
    failed: 'La vérification s’est arrêtée. Fermez l’application, rouvrez-la, et réessayez.',
    level: { ok: 'En ordre', unsure: 'Pas vérifié', bad: 'À faire' },
    notSince: 'Pas vérifié depuis le {when}.',
    never: 'Jamais vérifié avec du réseau.',
    item: {
      storage: {
        name: 'Enregistrement',
        ok: 'Une signature d’essai a été scellée, écrite, relue et effacée.',
        bad: 'La tablette n’a pas gardé la signature d’essai. Redémarrez-la ; si cela dure, prenez-en une autre.',
      },
      root: {
        name: 'Clé de la campagne',
        ok: 'La clé qui scelle est bien celle de la campagne.',
        unsure: 'La clé est bien celle de la campagne. Pas de réseau pour voir s’il y en a une plus récente.',
        noKey:
          'Il n’y a pas de clé sûre pour sceller. Reliez la tablette au réseau et vérifiez encore, ou prévenez la coordination.',
        otherRoot: 'La clé n’est pas celle de l’inscription. N’ouvrez pas, prévenez la coordination.',
      },
      files: {
        name: 'Sans réseau',
        ok: 'Tout ce qu’il faut au stand est dans la tablette.',
        bad: 'Il manque une partie de l’application. Reliez la tablette au réseau et vérifiez encore.',
        noWorker: 'Ce navigateur ne garde pas l’application. Ouvrez-la depuis son icône, hors navigation privée.',
      },
      space: {
        name: 'Place',
        ok: 'Il y a de la place pour des semaines.',
        unsure: 'Ce navigateur ne dit pas combien de place il reste.',
        bad: 'Il reste peu de place. Effacez des photos ou des applications.',
        none: 'Il ne reste plus de place. Effacez des photos ou des applications, puis vérifiez encore.',
      },
      clock: {
        name: 'Heure',
        ok: 'L’heure est juste.',
        unsure: 'Comparez l’heure de la tablette avec la vôtre.',
        bad: 'L’heure ou la date est fausse. Corrigez-la dans les réglages de la tablette.',
      },
      stay: {
        name: 'Protection des données',
        ok: 'Le navigateur ne videra pas ce site de lui-même.',
        bad: 'Le navigateur ne promet pas de garder ce qui attend ici. Installez l’application, puis vérifiez encore.',
      },
      installed: {
        name: 'Application installée',
        ok: 'Elle est ouverte depuis son icône.',
        bad: 'Ajoutez-la à l’écran d’accueil depuis le menu du navigateur, puis ouvrez-la par son icône.',
      },
    },
  },

  menu: {
    tablet: 'Tablette {n}',
    oneDay: 'le {from}',
    dates: 'du {from} au {to}',
    open: 'Ouvrir le stand',
    notToday: 'Ce stand est prévu {dates}. Vous pouvez ouvrir quand même.',
    ways: {
      paper: 'Saisir une feuille papier',
      print: 'Imprimer feuilles et reçus',
      tally: 'Le compte de l’équipe',
      day: 'Fin de journée',
      check: 'Vérifier la tablette',
    },
    enrolAgain: 'Inscrire à nouveau',
    sums: 'Tout est là',
    lock: 'Personne ne peut lire ces signatures sur cette tablette, ni vous, ni un voleur. Seule la coordination peut les ouvrir.',
    revokedTitle: 'La coordination a retiré cette tablette',
    revoked:
      'N’ouvrez plus le stand avec elle. Ce qu’elle garde continue de partir, et la coordination décide de ce qui compte. Vous pouvez aussi le remettre en fichier, ou inscrire la tablette à nouveau avec un nouveau code.',
  },
}

export type StandWords = Spoken<typeof fr>
