import type { Words } from "./words.ts";

export const de: Words = {
  hello: (name) => (name ? `Hallo ${name},` : "Hallo,"),
  about: ({ shop, order, number }) =>
    `Sie erhalten diese Nachricht, weil Sie etwas an ${shop} zurückgegeben haben: Bestellung ${order}, Rückgabe ${number}.`,
  seeReturn: "Rückgabe ansehen",
  storeCreditIssued: {
    subject: ({ total, shop }) => `${total} Guthaben bei ${shop}`,
    headline: "Ihr Guthaben ist da",
    lead: ({ shop, order }) =>
      `${shop} hat es Ihrem Konto gutgeschrieben, für Ihre Rückgabe aus Bestellung ${order}.`,
    refund: "Erstattung",
    bonus: "Bonus",
    total: "Guthaben",
    balance: ({ digits }) => (digits ? `Stand Ihres Kontos ··${digits}` : "Stand Ihres Kontos"),
    bonusUntil: (date) => `Der Bonus gilt bis ${date}.`,
    refundUntil: (date) => `Die Erstattung gilt bis ${date}.`,
    refundNeverExpires: "Die Erstattung verfällt nie.",
    creditNeverExpires: "Es verfällt nie.",
    howTitle: "So lösen Sie es ein",
    how: ({ shop, currency }) => [
      `Melden Sie sich über den Knopf bei ${shop} an, mit der E-Mail-Adresse, an die diese Nachricht ging. Ohne Anmeldung wird das Guthaben nicht angezeigt.`,
      `Kaufen Sie ein wie gewohnt. Wählen Sie an der Kasse (in ${currency}) das Guthaben: Es zahlt, so weit es reicht.`,
    ],
    button: "Guthaben einlösen",
  },
  returnReceived: {
    subject: ({ order, shop }) => `Ihre Rückgabe zu Bestellung ${order} ist angekommen · ${shop}`,
    headline: "Ihre Anfrage ist da",
    lead: ({ shop, order }) => `${shop} hat Ihre Rückgabe-Anfrage zu Bestellung ${order} erhalten.`,
    next: ({ shop }) => `${shop} sieht sie sich an und schreibt Ihnen. Bis dahin müssen Sie nichts tun.`,
    asCredit: "Gewähltes Guthaben",
    asPayment: "Gewählte Erstattung",
  },
  returnApproved: {
    subject: ({ order, shop }) => `Ihre Rückgabe zu Bestellung ${order} ist angenommen · ${shop}`,
    headline: "Ihre Rückgabe ist angenommen",
    lead: ({ shop, order }) => `${shop} hat Ihre Rückgabe aus Bestellung ${order} angenommen.`,
    goods: {
      kept: "Sie müssen nichts zurückschicken: Sie behalten die Artikel.",
      sent: "Schicken Sie die Artikel zurück: Ihr Guthaben kommt, sobald sie unterwegs sind. Tragen Sie die Sendungsnummer auf der Seite Ihrer Rückgabe ein.",
      arrived: "Schicken Sie die Artikel zurück: Ihr Guthaben kommt, wenn sie eingetroffen sind.",
      inspected: "Schicken Sie die Artikel zurück: Ihr Guthaben kommt, wenn der Shop sie geprüft hat.",
    },
    nextCredit: "Wir schreiben Ihnen, sobald das Guthaben auf Ihrem Konto ist.",
    nextPayment:
      "Das Geld geht dorthin zurück, womit Sie bezahlt haben. Banken brauchen dafür oft ein paar Tage.",
    partly: "Nicht alles wurde angenommen. Auf der Seite Ihrer Rückgabe steht, was und warum.",
    asCredit: "Guthaben",
    asPayment: "Erstattung",
  },
  returnDeclined: {
    subject: ({ order, shop }) => `Zu Ihrer Rückgabe aus Bestellung ${order} · ${shop}`,
    headline: "Ihre Rückgabe wurde nicht angenommen",
    lead: ({ shop, order }) => `${shop} konnte Ihre Rückgabe aus Bestellung ${order} nicht annehmen.`,
    reason: "Grund",
    next: ({ shop }) =>
      `Wenn Sie das für einen Irrtum halten, antworten Sie auf diese Nachricht, und ${shop} sieht noch einmal nach.`,
  },
  creditReversed: {
    subject: ({ amount, shop }) => `${amount} Guthaben wurde zurückgenommen · ${shop}`,
    headline: "Guthaben wurde zurückgenommen",
    lead: ({ shop, order }) =>
      `${shop} hat Guthaben zurückgenommen, das Sie für Ihre Rückgabe aus Bestellung ${order} erhalten hatten.`,
    taken: "Zurückgenommen",
  },
  bonusExpiresSoon: {
    subject: ({ left, date, shop }) => `${left} Ihres Guthabens gilt nur noch bis ${date} · ${shop}`,
    headline: "Ihr Bonus endet bald",
    lead: ({ shop, date }) => `Den Bonus von ${shop} können Sie bis ${date} einlösen.`,
    left: "Noch nicht eingelöster Bonus",
    rest: "Nur der Bonus endet. Ihr übriges Guthaben bleibt Ihnen erhalten.",
  },
  messageWritten: {
    subject: ({ number, shop }) => `Eine Nachricht zu Ihrer Rückgabe ${number} · ${shop}`,
    headline: "Sie haben eine Nachricht",
    lead: ({ shop, order, number }) =>
      `${shop} hat Ihnen zu Ihrer Rückgabe ${number} aus Bestellung ${order} geschrieben:`,
    next: ({ shop }) => `Antworten Sie auf der Seite Ihrer Rückgabe: Dort liest ${shop}, was Sie schreiben.`,
    answer: "Antworten",
    readOn: "Weiterlesen und antworten",
  },
  orderCode: {
    subject: ({ code, shop }) => `${code} ist Ihr Code für ${shop}`,
    headline: "Ihr Code",
    lead: ({ shop, order }) =>
      `Mit diesem Code sehen Sie die Bestellung ${order} auf der Retourenseite von ${shop}.`,
    code: "Einmalcode",
    once: ({ minutes }) =>
      `Er gilt einmal, ${minutes} Minuten lang, in dem Browser, der ihn angefordert hat.`,
    notYou: ({ shop }) =>
      `${shop} fragt nie am Telefon oder per Nachricht danach. Wenn Sie ihn nicht angefordert haben, können Sie diese Nachricht vergessen: Ohne den Code sieht niemand Ihre Bestellung.`,
  },
  signIn: {
    subject: ({ host }) => `Anmelden bei ${host}`,
    headline: "Bei Kept anmelden",
    lead: ({ host }) => `Mit diesem Knopf melden Sie sich bei ${host} an.`,
    button: "Anmelden",
    once: "Er funktioniert einmal und nur für kurze Zeit.",
    notYou:
      "Wenn Sie das nicht waren, können Sie diese Nachricht vergessen. Ohne sie kann sich niemand anmelden.",
  },
};
