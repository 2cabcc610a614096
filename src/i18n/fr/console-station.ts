import type { Forms } from '../forms.ts'
import type { Spoken } from '../languages.ts'

// Sealed copies, and the station without network that opens them.
const forms = (one: string, other: string): Forms => ({ one, other })

export const fr = {
  title: 'Poste d’ouverture',
  lead: 'Pour un ordinateur qui ne va jamais sur le réseau. Il ouvre une copie scellée, enregistrée plus tôt dans la console, avec le fichier de clé. Rien ne part d’ici, sauf les fichiers que vous enregistrez.',
  link: 'Ouvrir une copie scellée, sans réseau',
  toConsole: 'À la console',
  kept: 'Ce poste est gardé dans ce navigateur : vous pouvez couper le réseau, puis rouvrir cette adresse.',
  notKept: 'Tout n’est pas encore gardé dans ce navigateur. Restez connecté un instant avant de couper le réseau.',
  keepsNothing: 'Ce navigateur ne garde rien pour plus tard : sans réseau, cette adresse ne s’ouvrira pas.',

  file: 'Copie scellée',
  fileHint: 'Son nom finit par .paraphe-sealed.txt.',
  checking: 'On vérifie que la copie est entière',
  problem: {
    'not-a-dump': 'Ce fichier n’est pas une copie scellée de Paraphe.',
    'damaged-dump':
      'Cette copie a été coupée ou changée depuis son enregistrement. Prenez-en une autre, ou enregistrez-la à nouveau.',
    'newer-dump': 'Cette copie vient d’un Paraphe plus récent. Mettez celui-ci à jour.',
    'not-readable': 'Ce fichier ne se lit plus. Rebranchez la clé USB, puis choisissez-le encore.',
  },
  savedAt: 'Copie enregistrée le {date}',
  holds: forms('{n} enveloppe', '{n} enveloppes'),
  withdrawn: forms(
    '{n} retrait y est noté : ce qu’il efface ne s’ouvre pas.',
    '{n} retraits y sont notés : ce qu’ils effacent ne s’ouvre pas.',
  ),
  older: 'Ce qui a été signé ou retiré depuis n’y est pas. Pour une remise, prenez une copie du jour.',
  other: 'Choisir une autre copie',
  noKey: 'Aucune clé n’a jamais été publiée pour cette campagne : il n’y a rien à ouvrir.',

  before: 'Reprendre des décisions',
  beforeFile: 'Fichier de décisions',
  beforeHint:
    'Enregistré lors d’une séance précédente, ou dans la console à côté de la copie. Sans lui, la revue recommence.',
  beforeWrong: 'Ce n’est pas un fichier de décisions de cette campagne.',
  beforeTaken: forms('{n} décision reprise.', '{n} décisions reprises.'),

  keepTitle: 'Ce que vous décidez ici',
  keepLead:
    'Ce poste ne garde rien : enregistrez vos décisions avant de partir, pour les reprendre ici. Elles ne disent que des numéros d’enveloppe, jamais un nom.',
  keepSave: 'Enregistrer les décisions',
  decisionsName: 'decisions',
  owed: forms(
    '{n} envoi a été retiré ici. Il reste à le retirer dans la console connectée : ouvrez, cherchez son numéro, puis « Retirer ».',
    '{n} envois ont été retirés ici. Il reste à les retirer dans la console connectée : ouvrez, cherchez chaque numéro, puis « Retirer ».',
  ),
  leave: 'Des décisions ne sont pas enregistrées. Partir les fait oublier. Partir ?',

  saveTitle: 'Pour un ordinateur sans réseau',
  saveLead:
    'Une copie scellée de tout ce qui est arrivé, à ouvrir sur un ordinateur qui ne va jamais sur le réseau. Personne ne peut y lire une signature sans le fichier de clé.',
  save: 'Enregistrer une copie scellée',
  saving: 'On enregistre la copie',
  saved:
    'La copie scellée « {file} » est dans vos téléchargements. Prenez-en une nouvelle pour chaque remise, et effacez les anciennes.',
  decisionsLead:
    'La copie ne contient pas ce que vous avez décidé en revoyant. Pour ne pas recommencer là-bas, emportez aussi ces décisions.',
  decisionsSave: 'Enregistrer les décisions',
  decisionsSaving: 'On enregistre…',
  decisionsSaved: forms('{n} décision est dans vos téléchargements.', '{n} décisions sont dans vos téléchargements.'),
  stalled: 'Le serveur ne répond pas. On réessaie tout seul.',
  toStation: 'Le poste d’ouverture',
}

export type StationWords = Spoken<typeof fr>
