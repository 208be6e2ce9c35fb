import type { Words } from "./words.ts";

export const nl: Words = {
  hello: (name) => (name ? `Hallo ${name},` : "Hallo,"),
  about: ({ shop, order, number }) =>
    `Je krijgt dit bericht omdat je iets hebt teruggestuurd naar ${shop}: bestelling ${order}, retour ${number}.`,
  seeReturn: "Bekijk je retour",
  storeCreditIssued: {
    subject: ({ total, shop }) => `${total} tegoed bij ${shop}`,
    headline: "Je tegoed is er",
    lead: ({ shop, order }) =>
      `${shop} heeft het aan je account toegevoegd voor je retour van bestelling ${order}.`,
    refund: "Terugbetaling",
    bonus: "Bonus",
    total: "Tegoed",
    balance: ({ digits }) => (digits ? `Saldo van je account ··${digits}` : "Saldo van je account"),
    bonusUntil: (date) => `De bonus is geldig tot en met ${date}.`,
    refundUntil: (date) => `De terugbetaling is geldig tot en met ${date}.`,
    refundNeverExpires: "De terugbetaling verloopt nooit.",
    creditNeverExpires: "Het verloopt nooit.",
    howTitle: "Zo gebruik je het",
    how: ({ shop, currency }) => [
      `Log in bij ${shop} met de knop hieronder en het e-mailadres waarop je dit bericht kreeg. Zonder inloggen is het tegoed niet zichtbaar.`,
      `Winkel zoals altijd. Kies bij het afrekenen in ${currency} het tegoed, en het betaalt zoveel het kan.`,
    ],
    button: "Gebruik je tegoed",
  },
  returnReceived: {
    subject: ({ order, shop }) => `Je retouraanvraag voor bestelling ${order} · ${shop}`,
    headline: "We hebben je aanvraag",
    lead: ({ shop, order }) => `${shop} heeft je retouraanvraag voor bestelling ${order} ontvangen.`,
    next: ({ shop }) => `${shop} bekijkt het en schrijft je. Tot dan hoef je niets te doen.`,
    asCredit: "Gekozen tegoed",
    asPayment: "Gekozen terugbetaling",
  },
  returnApproved: {
    subject: ({ order, shop }) => `Je retour van bestelling ${order} is goedgekeurd · ${shop}`,
    headline: "Je retour is goedgekeurd",
    lead: ({ shop, order }) => `${shop} heeft je retour van bestelling ${order} geaccepteerd.`,
    goods: {
      kept: "Je hoeft niets terug te sturen: je houdt de artikelen.",
      sent: "Stuur de artikelen terug: je tegoed wordt toegekend zodra ze onderweg zijn. Vul het volgnummer in op de pagina van je retour.",
      arrived: "Stuur de artikelen terug: je tegoed wordt toegekend als ze zijn aangekomen.",
      inspected: "Stuur de artikelen terug: je tegoed wordt toegekend als de winkel ze heeft bekeken.",
    },
    nextCredit: "We schrijven je zodra het tegoed op je account staat.",
    nextPayment:
      "Het geld gaat terug naar je betaalmethode. Banken hebben daar vaak een paar dagen voor nodig.",
    partly: "Niet alles is geaccepteerd. Op de pagina van je retour staat wat, en waarom.",
    asCredit: "Tegoed",
    asPayment: "Terugbetaling",
  },
  returnDeclined: {
    subject: ({ order, shop }) => `Over je retour van bestelling ${order} · ${shop}`,
    headline: "Je retour is niet geaccepteerd",
    lead: ({ shop, order }) => `${shop} kon je retour van bestelling ${order} niet accepteren.`,
    reason: "Reden",
    next: ({ shop }) =>
      `Denk je dat dit een vergissing is? Beantwoord dit bericht, dan kijkt ${shop} er opnieuw naar.`,
  },
  creditReversed: {
    subject: ({ amount, shop }) => `${amount} tegoed is teruggenomen · ${shop}`,
    headline: "Er is tegoed teruggenomen",
    lead: ({ shop, order }) =>
      `${shop} heeft tegoed teruggenomen dat je kreeg voor je retour van bestelling ${order}.`,
    taken: "Teruggenomen",
  },
  bonusExpiresSoon: {
    subject: ({ left, date, shop }) => `${left} van je tegoed is geldig tot en met ${date} · ${shop}`,
    headline: "Je bonus loopt bijna af",
    lead: ({ shop, date }) => `De bonus van ${shop} kun je besteden tot en met ${date}.`,
    left: "Nog te besteden bonus",
    rest: "Alleen de bonus loopt af. De rest van je tegoed blijft van jou.",
  },
  messageWritten: {
    subject: ({ number, shop }) => `Een bericht over je retour ${number} · ${shop}`,
    headline: "Je hebt een bericht",
    lead: ({ shop, order, number }) =>
      `${shop} heeft je geschreven over je retour ${number} van bestelling ${order}:`,
    next: ({ shop }) => `Antwoord op de pagina van je retour: daar leest ${shop} wat je schrijft.`,
    answer: "Antwoorden",
    readOn: "Lees verder en antwoord",
  },
  orderCode: {
    subject: ({ code, shop }) => `${code} is je code voor ${shop}`,
    headline: "Je code",
    lead: ({ shop, order }) =>
      `Vul deze code in om bestelling ${order} te zien op de retourpagina van ${shop}.`,
    code: "Eenmalige code",
    once: ({ minutes }) => `Hij werkt één keer, ${minutes} minuten lang, in de browser die erom vroeg.`,
    notYou: ({ shop }) =>
      `${shop} vraagt er nooit om via telefoon of bericht. Heb je er niet om gevraagd, vergeet dit bericht dan: zonder de code ziet niemand je bestelling.`,
  },
  signIn: {
    subject: ({ host }) => `Inloggen bij ${host}`,
    headline: "Inloggen bij Kept",
    lead: ({ host }) => `Gebruik deze knop om in te loggen bij ${host}.`,
    button: "Inloggen",
    once: "Hij werkt één keer en maar kort.",
    notYou: "Heb je dit niet gevraagd? Vergeet dan dit bericht. Zonder dit bericht kan niemand inloggen.",
  },
};
