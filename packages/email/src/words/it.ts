import type { Words } from "./words.ts";

export const it: Words = {
  hello: (name) => (name ? `Ciao ${name},` : "Ciao,"),
  about: ({ shop, order, number }) =>
    `Ricevi questo messaggio perché hai restituito qualcosa a ${shop}: ordine ${order}, reso ${number}.`,
  seeReturn: "Vedi il tuo reso",
  storeCreditIssued: {
    subject: ({ total, shop }) => `${total} di credito da ${shop}`,
    headline: "Il tuo credito è arrivato",
    lead: ({ shop, order }) => `${shop} lo ha aggiunto al tuo conto per il reso dell’ordine ${order}.`,
    refund: "Rimborso",
    bonus: "Bonus",
    total: "Credito",
    balance: ({ digits }) => (digits ? `Saldo del tuo conto ··${digits}` : "Saldo del tuo conto"),
    bonusUntil: (date) => `Il bonus è valido fino al ${date}.`,
    refundUntil: (date) => `Il rimborso è valido fino al ${date}.`,
    refundNeverExpires: "Il rimborso non scade mai.",
    creditNeverExpires: "Non scade mai.",
    howTitle: "Come usarlo",
    how: ({ shop, currency }) => [
      `Accedi a ${shop} con il pulsante qui sotto e l’indirizzo e-mail a cui è arrivato questo messaggio. Senza accesso il credito non compare.`,
      `Fai acquisti come sempre. Al pagamento in ${currency} scegli il credito: copre tutto quello che può.`,
    ],
    button: "Usa il credito",
  },
  returnReceived: {
    subject: ({ order, shop }) => `La tua richiesta di reso per l’ordine ${order} · ${shop}`,
    headline: "Abbiamo la tua richiesta",
    lead: ({ shop, order }) => `${shop} ha ricevuto la tua richiesta di reso per l’ordine ${order}.`,
    next: ({ shop }) => `${shop} la esamina e ti scrive. Fino ad allora non devi fare nulla.`,
    asCredit: "Credito scelto",
    asPayment: "Rimborso scelto",
  },
  returnApproved: {
    subject: ({ order, shop }) => `Il reso dell’ordine ${order} è approvato · ${shop}`,
    headline: "Il tuo reso è approvato",
    lead: ({ shop, order }) => `${shop} ha accettato il reso dell’ordine ${order}.`,
    goods: {
      kept: "Non devi rispedire nulla: tieni gli articoli.",
      sent: "Rispedisci gli articoli: il credito viene emesso appena sono in viaggio. Aggiungi il numero di tracciamento nella pagina del reso.",
      arrived: "Rispedisci gli articoli: il credito viene emesso quando sono arrivati.",
      inspected: "Rispedisci gli articoli: il credito viene emesso quando il negozio li ha controllati.",
    },
    nextCredit: "Ti scriviamo appena il credito è sul tuo conto.",
    nextPayment:
      "Il denaro torna sul metodo con cui hai pagato. Le banche hanno spesso bisogno di qualche giorno.",
    partly: "Non tutto è stato accettato. La pagina del reso dice che cosa e perché.",
    asCredit: "Credito",
    asPayment: "Rimborso",
  },
  returnDeclined: {
    subject: ({ order, shop }) => `Sul reso dell’ordine ${order} · ${shop}`,
    headline: "Il tuo reso non è stato accettato",
    lead: ({ shop, order }) => `${shop} non ha potuto accettare il reso dell’ordine ${order}.`,
    reason: "Motivo",
    next: ({ shop }) =>
      `Se pensi che sia un errore, rispondi a questo messaggio e ${shop} lo guarderà di nuovo.`,
  },
  creditReversed: {
    subject: ({ amount, shop }) => `${amount} di credito sono stati ritirati · ${shop}`,
    headline: "Un credito è stato ritirato",
    lead: ({ shop, order }) => `${shop} ha ritirato un credito ricevuto per il reso dell’ordine ${order}.`,
    taken: "Importo ritirato",
  },
  bonusExpiresSoon: {
    subject: ({ left, date, shop }) => `${left} del tuo credito scadono il ${date} · ${shop}`,
    headline: "Il tuo bonus sta per scadere",
    lead: ({ shop, date }) => `Puoi usare il bonus di ${shop} fino al ${date}.`,
    left: "Bonus da spendere",
    rest: "Scade solo il bonus. Il resto del tuo credito rimane tuo.",
  },
  messageWritten: {
    subject: ({ number, shop }) => `Un messaggio sul tuo reso ${number} · ${shop}`,
    headline: "Hai un messaggio",
    lead: ({ shop, order, number }) =>
      `${shop} ti ha scritto a proposito del reso ${number} dell’ordine ${order}:`,
    next: ({ shop }) => `Rispondi nella pagina del tuo reso: è lì che ${shop} legge quello che scrivi.`,
    answer: "Rispondi",
    readOn: "Continua a leggere e rispondi",
  },
  orderCode: {
    subject: ({ code, shop }) => `${code} è il tuo codice per ${shop}`,
    headline: "Il tuo codice",
    lead: ({ shop, order }) =>
      `Inserisci questo codice per vedere l’ordine ${order} nella pagina dei resi di ${shop}.`,
    code: "Codice monouso",
    once: ({ minutes }) => `Vale una volta, per ${minutes} minuti, nel browser che lo ha richiesto.`,
    notYou: ({ shop }) =>
      `${shop} non lo chiede mai al telefono o per messaggio. Se non lo hai richiesto, dimentica questo messaggio: senza il codice nessuno vede il tuo ordine.`,
  },
  signIn: {
    subject: ({ host }) => `Accedi a ${host}`,
    headline: "Accedi a Kept",
    lead: ({ host }) => `Usa questo pulsante per accedere a ${host}.`,
    button: "Accedi",
    once: "Funziona una sola volta e per poco tempo.",
    notYou: "Se non l’hai chiesto tu, dimentica questo messaggio. Senza di esso nessuno può accedere.",
  },
};
