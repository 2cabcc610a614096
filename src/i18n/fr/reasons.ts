import type { Reason } from '../../../protocol/reasons.ts'

export const fr: Record<Reason, string> = {
  'not-json': 'L’envoi est arrivé abîmé. Réessayez ; si cela revient, prévenez la coordination.',
  'not-this-shape': 'Le serveur n’a pas compris cet envoi. Rouvrez la page pour prendre la version du jour.',
  'wrong-content-type': 'Le serveur n’a pas compris cet envoi. Rouvrez la page pour prendre la version du jour.',
  'too-large': 'Cet envoi est trop gros. Raccourcissez le texte et réessayez.',
  'too-slow': 'Le réseau était trop lent. Le prochain essai se fera tout seul.',
  'not-found': 'Cette adresse ne mène nulle part. Vérifiez le lien.',
  'wrong-method': 'Le serveur n’attendait pas cette demande. Rouvrez la page.',
  'not-an-envelope': 'Ce pli est abîmé et le serveur n’a pas pu le prendre. Montrez-le à la coordination.',
  'unknown-campaign':
    'Le serveur ne connaît pas cette campagne. La coordination peut la rétablir, puis essayez encore.',
  'unknown-petition': 'Le serveur ne connaît pas cette pétition. Montrez ce pli à la coordination.',
  'unknown-key': 'Le serveur ne connaît pas la clé de ce pli. Montrez-le à la coordination.',
  'unknown-consent': 'Le serveur ne connaît pas le texte qui a été accepté. Montrez ce pli à la coordination.',
  'not-open-yet': 'Cette campagne n’est pas encore ouverte. Essayez encore quand elle le sera.',
  destroyed: 'La campagne est finie et ses signatures ont été détruites, comme promis.',
  'not-a-hand-off':
    'Ce fichier n’est pas un fichier de remise de Paraphe. Choisissez celui que l’autre appareil a enregistré.',
  'damaged-hand-off':
    'Ce fichier de remise est abîmé ou incomplet. Rien n’en a été pris. Enregistrez-le de nouveau depuis l’appareil.',
  'newer-hand-off':
    'Ce fichier de remise vient d’une version plus récente. Mettez l’application à jour, puis choisissez-le encore.',
  'unknown-reason':
    'Le serveur donne une raison que cette version ne connaît pas. Mettez l’application à jour, puis essayez encore.',
  'proof-needed': 'Le serveur demande une petite vérification. Elle se fait toute seule.',
  'signature-needed': 'Cet appareil doit se présenter au serveur. Demandez à la coordination de l’inscrire.',
  'wrong-signature': 'Le serveur ne reconnaît pas cet appareil. Demandez à la coordination de l’inscrire à nouveau.',
  'unknown-code': 'Ce code n’est pas connu ici. Vérifiez-le ou demandez-en un nouveau à la coordination.',
  'used-code': 'Ce code a déjà servi pour autant de tablettes que prévu. Demandez-en un nouveau à la coordination.',
  'expired-code': 'Ce code n’est plus valable. Demandez-en un nouveau à la coordination.',
  'revoked-device': 'La coordination a retiré cette tablette. Inscrivez-la de nouveau avec un nouveau code.',
  'unknown-stand': 'Ce stand n’existe plus. Rechargez la page.',
  'login-needed': 'Connectez-vous pour continuer.',
  'wrong-login': 'Ce nom et ce mot de passe ne vont pas ensemble. Vérifiez et réessayez.',
  'weak-password': 'Choisissez un mot de passe plus long : douze caractères au moins.',
  'used-link': 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.',
  'not-allowed': 'Votre compte ne permet pas cette action. Demandez à la coordination.',
  'foreign-origin': 'Cette demande venait d’un autre site. Revenez à la page de la campagne.',
  'not-signed-by-root':
    'Cette clé n’est pas signée par la clé racine de la campagne. Choisissez le bon fichier de clés.',
  'key-already-there': 'La campagne a déjà une clé. Rechargez la page pour la voir.',
  'has-signatures': 'Cette campagne a déjà des signatures : elle ne peut plus être retirée ainsi.',
  'low-contrast': 'Avec ces couleurs, certains mots seraient difficiles à lire. Choisissez-en de plus contrastées.',
  'not-a-picture': 'Ce fichier n’est pas une image du type attendu. Choisissez un PNG, ou un SVG pour un logo.',
  'wrong-picture-size': 'Cette image n’a pas les bonnes dimensions.',
  'active-picture':
    'Ce dessin SVG contient autre chose que des formes : script, lien, texte importé. Enregistrez-le en « SVG simple », ou prenez un PNG.',
  'newer-draft': 'Quelqu’un d’autre a enregistré entre-temps. Comparez les deux versions.',
  'id-taken': 'Une campagne porte déjà ce nom d’adresse. Choisissez-en un autre.',
  'not-publishable': 'Il manque encore quelque chose à cette campagne. L’éditeur dit quoi.',
  'edited-consent': 'Un texte déjà accepté par des signataires ne se modifie pas. Donnez-lui une nouvelle version.',
  'promised-date': 'La destruction ne peut pas venir plus tard que ce qui a été promis aux signataires.',
  'too-many': 'Trop de demandes à la fois. Le prochain essai se fera tout seul.',
  overloaded: 'Le serveur est très occupé. Le prochain essai se fera tout seul.',
  'server-error': 'Le serveur a un souci de son côté. Le prochain essai se fera tout seul.',
}
