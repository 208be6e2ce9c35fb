import type { Words } from "./words.ts";

export const fr: Words = {
  hello: (name) => (name ? `Bonjour ${name},` : "Bonjour,"),
  about: ({ shop, order, number }) =>
    `Vous recevez ce message parce que vous avez retourné un article à ${shop} : commande ${order}, retour ${number}.`,
  seeReturn: "Voir votre retour",
  storeCreditIssued: {
    subject: ({ total, shop }) => `${total} d’avoir chez ${shop}`,
    headline: "Votre avoir est arrivé",
    lead: ({ shop, order }) => `${shop} l’a ajouté à votre compte pour votre retour de la commande ${order}.`,
    refund: "Remboursement",
    bonus: "Bonus",
    total: "Avoir",
    balance: ({ digits }) => (digits ? `Solde de votre compte ··${digits}` : "Solde de votre compte"),
    bonusUntil: (date) => `Le bonus est valable jusqu’au ${date}.`,
    refundUntil: (date) => `Le remboursement est valable jusqu’au ${date}.`,
    refundNeverExpires: "Le remboursement n’expire jamais.",
    creditNeverExpires: "Il n’expire jamais.",
    howTitle: "Comment l’utiliser",
    how: ({ shop, currency }) => [
      `Connectez-vous chez ${shop} avec le bouton ci-dessous et l’adresse e-mail à laquelle ce message est arrivé. Sans connexion, l’avoir n’apparaît pas.`,
      `Faites vos achats comme d’habitude. Au paiement en ${currency}, choisissez l’avoir : il paie autant qu’il peut.`,
    ],
    button: "Utiliser mon avoir",
  },
  returnReceived: {
    subject: ({ order, shop }) => `Votre demande de retour pour la commande ${order} · ${shop}`,
    headline: "Nous avons votre demande",
    lead: ({ shop, order }) => `${shop} a reçu votre demande de retour pour la commande ${order}.`,
    next: ({ shop }) => `${shop} l’examine et vous écrit. D’ici là, vous n’avez rien à faire.`,
    asCredit: "Avoir choisi",
    asPayment: "Remboursement choisi",
  },
  returnApproved: {
    subject: ({ order, shop }) => `Votre retour de la commande ${order} est accepté · ${shop}`,
    headline: "Votre retour est accepté",
    lead: ({ shop, order }) => `${shop} a accepté votre retour de la commande ${order}.`,
    goods: {
      kept: "Vous n’avez rien à renvoyer : vous gardez les articles.",
      sent: "Renvoyez les articles : votre avoir est accordé dès qu’ils sont en route. Ajoutez le numéro de suivi sur la page de votre retour.",
      arrived: "Renvoyez les articles : votre avoir est accordé une fois qu’ils sont arrivés.",
      inspected: "Renvoyez les articles : votre avoir est accordé une fois que la boutique les a vérifiés.",
    },
    nextCredit: "Nous vous écrivons dès que l’avoir est sur votre compte.",
    nextPayment:
      "L’argent revient sur votre moyen de paiement. Les banques ont souvent besoin de quelques jours.",
    partly: "Tout n’a pas été accepté. La page de votre retour dit quoi et pourquoi.",
    asCredit: "Avoir",
    asPayment: "Remboursement",
  },
  returnDeclined: {
    subject: ({ order, shop }) => `À propos de votre retour de la commande ${order} · ${shop}`,
    headline: "Votre retour n’a pas été accepté",
    lead: ({ shop, order }) => `${shop} n’a pas pu accepter votre retour de la commande ${order}.`,
    reason: "Motif",
    next: ({ shop }) =>
      `Si vous pensez que c’est une erreur, répondez à ce message et ${shop} regardera de nouveau.`,
  },
  creditReversed: {
    subject: ({ amount, shop }) => `${amount} d’avoir ont été repris · ${shop}`,
    headline: "Un avoir a été repris",
    lead: ({ shop, order }) => `${shop} a repris un avoir accordé pour votre retour de la commande ${order}.`,
    taken: "Montant repris",
  },
  bonusExpiresSoon: {
    subject: ({ left, date, shop }) => `${left} de votre avoir expirent le ${date} · ${shop}`,
    headline: "Votre bonus expire bientôt",
    lead: ({ shop, date }) => `Le bonus offert par ${shop} peut être utilisé jusqu’au ${date}.`,
    left: "Bonus restant",
    rest: "Seul le bonus expire. Le reste de votre avoir vous est acquis.",
  },
  messageWritten: {
    subject: ({ number, shop }) => `Un message au sujet de votre retour ${number} · ${shop}`,
    headline: "Vous avez un message",
    lead: ({ shop, order, number }) =>
      `${shop} vous a écrit au sujet de votre retour ${number} de la commande ${order} :`,
    next: ({ shop }) => `Répondez sur la page de votre retour : c’est là que ${shop} vous lit.`,
    answer: "Répondre",
    readOn: "Lire la suite et répondre",
  },
  orderCode: {
    subject: ({ code, shop }) => `${code} est votre code pour ${shop}`,
    headline: "Votre code",
    lead: ({ shop, order }) =>
      `Saisissez ce code pour voir la commande ${order} sur la page de retours de ${shop}.`,
    code: "Code à usage unique",
    once: ({ minutes }) =>
      `Il fonctionne une fois, pendant ${minutes} minutes, dans le navigateur qui l’a demandé.`,
    notYou: ({ shop }) =>
      `${shop} ne le demande jamais par téléphone ni par message. Si vous ne l’avez pas demandé, oubliez ce message : sans le code, personne ne voit votre commande.`,
  },
  signIn: {
    subject: ({ host }) => `Connexion à ${host}`,
    headline: "Se connecter à Kept",
    lead: ({ host }) => `Utilisez ce bouton pour vous connecter à ${host}.`,
    button: "Se connecter",
    once: "Il fonctionne une seule fois et pour peu de temps.",
    notYou: "Si vous ne l’avez pas demandé, oubliez ce message. Personne ne peut se connecter sans lui.",
  },
};
