import type { ConsoleReason } from '../../../protocol/reasons.ts'

export const fr: Record<ConsoleReason, string> = {
  'unknown-stand': 'Ce stand n’existe plus. Rechargez la page.',
  'login-needed': 'Connectez-vous pour continuer.',
  'wrong-login': 'Ce nom et ce mot de passe ne vont pas ensemble. Vérifiez et réessayez.',
  'weak-password': 'Choisissez un mot de passe plus long : douze caractères au moins.',
  'name-taken': 'Une personne porte déjà ce nom ici. Choisissez-en un autre.',
  'last-admin': 'C’est la dernière personne qui administre. Donnez d’abord ce rôle à une autre.',
  'code-needed': 'Il faut aussi le code de votre application.',
  'wrong-code': 'Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant.',
  'enrol-first': 'Mettez d’abord en place votre code de connexion.',
  'used-link': 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.',
  'not-allowed': 'Votre compte ne permet pas cette action. Demandez à la coordination.',
  'foreign-origin': 'Cette demande venait d’un autre site. Revenez à la page de la campagne.',
  'not-signed-by-root':
    'Cette clé n’est pas signée par la clé racine de la campagne. Choisissez le bon fichier de clés.',
  'key-already-there': 'La campagne a déjà une clé. Rechargez la page pour la voir.',
  'has-signatures': 'Cette campagne a déjà des signatures : elle ne peut plus être retirée ainsi.',
  'unknown-record': 'Le serveur n’a pas ou plus cela. Rechargez la page.',
  'wrong-export': 'Cet export n’est pas complet. Recommencez-le.',
  'low-contrast': 'Avec ces couleurs, certains mots seraient difficiles à lire. Choisissez-en de plus contrastées.',
  'not-a-picture': 'Ce fichier n’est pas une image du type attendu. Choisissez un PNG, ou un SVG pour un logo.',
  'wrong-picture-size': 'Cette image n’a pas les bonnes dimensions.',
  'active-picture':
    'Ce dessin SVG contient autre chose que des formes : script, lien, texte importé. Enregistrez-le en « SVG simple », ou prenez un PNG.',
  'newer-draft': 'Quelqu’un d’autre a enregistré entre-temps. Comparez les deux versions.',
  'id-taken': 'Une campagne porte déjà ce nom d’adresse. Choisissez-en un autre.',
  'not-publishable': 'Il manque encore quelque chose à cette campagne. L’éditeur dit quoi.',
  'edited-consent': 'Un texte déjà accepté par des signataires ne se modifie pas. Donnez-lui une nouvelle version.',
  'promised-date': 'La destruction ne peut pas venir plus tard que ce qui a été promis aux signataires.',
  'still-open': 'Une pétition est encore ouverte. Fermez-la d’abord.',
  'too-early': 'Le jour d’attente n’est pas passé.',
  'clock-jumped':
    'L’horloge du serveur a été changée, ou il était arrêté : ce jour n’a pas vraiment passé. Attendez encore.',
}
