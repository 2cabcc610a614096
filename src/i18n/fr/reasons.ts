import type { DeviceReason } from '../../../protocol/reasons.ts'

export const fr: Record<DeviceReason, string> = {
  'not-json': 'L’envoi est arrivé abîmé. Réessayez ; si cela revient, prévenez la coordination.',
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
  'too-many': 'Trop de demandes à la fois. Le prochain essai se fera tout seul.',
  overloaded: 'Le serveur est très occupé. Le prochain essai se fera tout seul.',
  'server-error': 'Le serveur a un souci de son côté. Le prochain essai se fera tout seul.',
}
