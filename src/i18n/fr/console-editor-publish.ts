// The editor's publishing, and the pictures that go out with it.
export const fr = {
  shared: {
    title: 'Images de partage',
    lead: 'Ce que montre un lien envoyé par WhatsApp ou publié ailleurs. Elles sont dessinées ici, à la publication.',
    drawing: 'On dessine l’image {n} sur {all}…',
    failed: {
      one: 'Une image de partage n’a pas pu être faite.',
      other: '{n} images de partage n’ont pas pu être faites.',
    },
    failedText: 'Les textes sont publiés. En attendant, un lien montre l’image d’avant, ou celle de la campagne.',
    again: 'Refaire les images',
    show: { one: 'Voir l’image', other: 'Voir les {n} images' },
  },
  publish: {
    title: 'Publier',
    first: 'Cette campagne n’a jamais été publiée. Publier la montre à tout le monde, à l’adresse {address}.',
    firstInstead:
      'Cette campagne n’a jamais été publiée. Publier la montre à tout le monde, à l’adresse {address}, à la place de « {name} » : les pages de celle-là ne se liront plus, ce qui y a été signé reste.',
    firstBehind:
      'Cette campagne n’a jamais été publiée. L’adresse {address} montre « {name} » ; publiée, celle-ci ne se lira qu’une fois mise à l’accueil, sous « Pétitions ».',
    behind:
      'L’adresse {address} montre « {name} » : ce que vous publiez ici ne se lira qu’une fois cette campagne mise à l’accueil, sous « Pétitions ».',
    same: 'Tout le brouillon est publié.',
    changes: {
      one: 'Ce qui va changer pour tout le monde : {n} point',
      other: 'Ce qui va changer pour tout le monde : {n} points',
    },
    problems: 'Avant de publier',
    whenSettled: 'Quand il ne reste aucun de ces points, le bouton « Publier » vient ici.',
    editedConsent: 'a été publié sous « {id} » : écrivez une nouvelle version',
    promised: 'la destruction ne peut pas être reculée',
    adminDate: 'seule l’administration publie une autre date ; demandez-lui de publier ce brouillon',
    button: 'Publier',
    sure: 'Publier maintenant ?',
    sureFirst:
      'C’est la première fois : il n’y aura pas de version d’avant à reprendre. Vous pourrez corriger les textes et publier de nouveau ; la campagne elle-même ne se supprime plus.',
    sureOtherDays: 'Des textes disent encore une autre date que celle de la destruction : voyez plus haut.',
    sureText: 'Tout le monde verra ces changements. Vous pourrez revenir à la version d’avant.',
    yes: 'Oui, publier',
    no: 'Pas encore',
    busy: 'On publie…',
    done: 'C’est publié.',
    needKey: 'Il manque la clé de la campagne : on peut lire, mais pas encore signer.',
    makeKey: 'Créer la clé',
    versions: 'Versions publiées',
    version: 'Version {n}',
    by: '{when}, par {who}',
    fromFile: '{when}, venue avec Paraphe',
    againOf: 'reprend la version {n}',
    now: 'en ligne',
    again: 'Revenir à cette version',
    undo: 'Annuler la publication : revenir à la version {n}',
    againSure: 'Revenir à la version {n} ? Voici ce que tout le monde verra changer.',
    againAdmin:
      'La version {n} avait d’autres dates de fin ou de destruction : seule l’administration peut y revenir. Demandez-lui.',
    backTo: 'Revenir à la version {n}',
    againDone: 'La version {n} est de nouveau en ligne.',
    againKept: 'Votre brouillon est resté comme il était.',
    againKeeps: 'Votre brouillon reste comme il est.',
    againYes: 'Oui, revenir',
    againNo: 'Non',
    sameAddress: 'Des cas ont la même adresse que ceux d’une autre campagne',
    sameAddressText:
      'Un lien envoyé montre le cas de la campagne qui est à l’accueil. Une adresse ne change plus une fois publiée : choisissez-en une autre avant.',
    sameAddressOf: 'aussi dans « {name} »',
    takeDown: 'Retirer la campagne du public',
    takeDownText:
      'Mettez une autre campagne à l’accueil, sous « Pétitions » : les pages de celle-ci ne se lisent plus, et ce qui a été signé reste. Sans autre campagne, elle reste en ligne : fermez ses cas, on les lit mais on ne les signe plus, ou cachez-les sauf un en les remettant en brouillon ; puis publiez.',
    exportTitle: 'Emporter la campagne',
    exportLead: 'Un fichier avec tous les textes du brouillon et les images. Aucune signature, aucune clé.',
    export: 'Exporter',
    exporting: 'On prépare…',
    discard: 'Supprimer cette campagne',
    discardSure: 'Supprimer cette campagne et son brouillon ?',
    discardYes: 'Oui, supprimer',
    discarding: 'On supprime…',
  },
}

export type EditorPublishWords = typeof fr
