// The editor's look: colours, and the page beforehand.
export const fr = {
  look: {
    lead: 'Sans réglage, la campagne a les couleurs de Paraphe.',
    name: 'Nom affiché à la place de « Paraphe »',
    own: 'Choisir nos couleurs',
    accent: 'Couleur des boutons',
    night: 'Fond sombre de l’appel',
    readable: 'Tout se lit bien avec ces couleurs.',
    lowTitle: 'Ces couleurs se liraient mal',
    low: {
      button: 'Les mots sur les boutons ne s’en détachent pas assez.',
      accent: 'La couleur des boutons ne se détache pas assez du fond sombre.',
      text: 'Les mots ne se détachent pas assez du fond sombre.',
    },
    lowMeans: 'Le brouillon s’enregistre avec elles, mais on ne peut pas les publier.',
    todo: 'Les plus proches qui se lisent bien :',
    lighter: { accent: 'des boutons plus clairs', night: 'un fond plus clair' },
    darker: { accent: 'des boutons plus foncés', night: 'un fond plus foncé' },
    take: 'Prendre ces couleurs',
    logo: 'Logo',
    logoHint: 'Une image, réduite dans votre navigateur, ou un SVG simple.',
    logoRemove: 'Retirer le logo',
    sample: 'Signer',
  },
  preview: {
    title: 'Aperçu',
    lead: 'La vraie page, avec votre brouillon. Les liens entre les pages marchent ; on ne peut pas signer ici.',
    home: 'Accueil',
    page: 'Page',
    language: 'Langue',
    width: 'Écran',
    phone: 'Téléphone',
    desktop: 'Ordinateur',
    form: 'Ici viendra le formulaire.',
    frame: 'Aperçu de la page',
    lowContrast: 'Vos couleurs se liraient mal : l’aperçu garde celles de Paraphe.',
    look: 'Choisir d’autres couleurs',
  },
}

export type EditorLookWords = typeof fr
