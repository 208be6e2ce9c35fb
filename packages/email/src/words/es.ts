import type { Words } from "./words.ts";

export const es: Words = {
  hello: (name) => (name ? `Hola, ${name}:` : "Hola:"),
  about: ({ shop, order, number }) =>
    `Recibes este mensaje porque devolviste algo a ${shop}: pedido ${order}, devolución ${number}.`,
  seeReturn: "Ver tu devolución",
  storeCreditIssued: {
    subject: ({ total, shop }) => `${total} de crédito en ${shop}`,
    headline: "Tu crédito ya está aquí",
    lead: ({ shop, order }) => `${shop} lo ha añadido a tu cuenta por tu devolución del pedido ${order}.`,
    refund: "Reembolso",
    bonus: "Bono",
    total: "Crédito",
    balance: ({ digits }) => (digits ? `Saldo de tu cuenta ··${digits}` : "Saldo de tu cuenta"),
    bonusUntil: (date) => `El bono es válido hasta el ${date}.`,
    refundUntil: (date) => `El reembolso es válido hasta el ${date}.`,
    refundNeverExpires: "El reembolso no caduca nunca.",
    creditNeverExpires: "No caduca nunca.",
    howTitle: "Cómo usarlo",
    how: ({ shop, currency }) => [
      `Inicia sesión en ${shop} con el botón de abajo y el correo en el que recibiste este mensaje. Sin iniciar sesión, el crédito no aparece.`,
      `Compra como siempre. Al pagar en ${currency}, elige el crédito: paga todo lo que alcance.`,
    ],
    button: "Usar mi crédito",
  },
  returnReceived: {
    subject: ({ order, shop }) => `Tu solicitud de devolución del pedido ${order} · ${shop}`,
    headline: "Tenemos tu solicitud",
    lead: ({ shop, order }) => `${shop} ha recibido tu solicitud de devolución del pedido ${order}.`,
    next: ({ shop }) => `${shop} la revisa y te escribe. Hasta entonces no tienes que hacer nada.`,
    asCredit: "Crédito elegido",
    asPayment: "Reembolso elegido",
  },
  returnApproved: {
    subject: ({ order, shop }) => `Tu devolución del pedido ${order} está aprobada · ${shop}`,
    headline: "Tu devolución está aprobada",
    lead: ({ shop, order }) => `${shop} ha aceptado tu devolución del pedido ${order}.`,
    goods: {
      kept: "No tienes que enviar nada: te quedas con los artículos.",
      sent: "Envía los artículos de vuelta: tu crédito se emite en cuanto estén en camino. Añade el número de seguimiento en la página de tu devolución.",
      arrived: "Envía los artículos de vuelta: tu crédito se emite cuando hayan llegado.",
      inspected: "Envía los artículos de vuelta: tu crédito se emite cuando la tienda los haya revisado.",
    },
    nextCredit: "Te escribimos en cuanto el crédito esté en tu cuenta.",
    nextPayment: "El dinero vuelve a tu forma de pago. Los bancos suelen tardar unos días.",
    partly: "No se ha aceptado todo. La página de tu devolución dice qué y por qué.",
    asCredit: "Crédito",
    asPayment: "Reembolso",
  },
  returnDeclined: {
    subject: ({ order, shop }) => `Sobre tu devolución del pedido ${order} · ${shop}`,
    headline: "Tu devolución no fue aceptada",
    lead: ({ shop, order }) => `${shop} no pudo aceptar tu devolución del pedido ${order}.`,
    reason: "Motivo",
    next: ({ shop }) => `Si crees que es un error, responde a este mensaje y ${shop} lo revisará de nuevo.`,
  },
  creditReversed: {
    subject: ({ amount, shop }) => `Se han retirado ${amount} de crédito · ${shop}`,
    headline: "Se ha retirado crédito de tu cuenta",
    lead: ({ shop, order }) =>
      `${shop} ha retirado crédito que recibiste por tu devolución del pedido ${order}.`,
    taken: "Importe retirado",
  },
  bonusExpiresSoon: {
    subject: ({ left, date, shop }) => `${left} de tu crédito caducan el ${date} · ${shop}`,
    headline: "Tu bono caduca pronto",
    lead: ({ shop, date }) => `Puedes usar el bono de ${shop} hasta el ${date}.`,
    left: "Bono por gastar",
    rest: "Solo caduca el bono. El resto de tu crédito sigue siendo tuyo.",
  },
  messageWritten: {
    subject: ({ number, shop }) => `Un mensaje sobre tu devolución ${number} · ${shop}`,
    headline: "Tienes un mensaje",
    lead: ({ shop, order, number }) =>
      `${shop} te ha escrito sobre tu devolución ${number} del pedido ${order}:`,
    next: ({ shop }) => `Responde en la página de tu devolución: ahí ${shop} lee lo que escribes.`,
    answer: "Responder",
    readOn: "Seguir leyendo y responder",
  },
  orderCode: {
    subject: ({ code, shop }) => `${code} es tu código para ${shop}`,
    headline: "Tu código",
    lead: ({ shop, order }) =>
      `Escribe este código para ver el pedido ${order} en la página de devoluciones de ${shop}.`,
    code: "Código de un solo uso",
    once: ({ minutes }) => `Sirve una vez, durante ${minutes} minutos, en el navegador que lo pidió.`,
    notYou: ({ shop }) =>
      `${shop} nunca lo pide por teléfono ni por mensaje. Si no lo pediste, olvida este mensaje: sin el código nadie ve tu pedido.`,
  },
  signIn: {
    subject: ({ host }) => `Iniciar sesión en ${host}`,
    headline: "Iniciar sesión en Kept",
    lead: ({ host }) => `Usa este botón para iniciar sesión en ${host}.`,
    button: "Iniciar sesión",
    once: "Funciona una sola vez y por poco tiempo.",
    notYou: "Si no lo pediste, olvida este mensaje. Nadie puede iniciar sesión sin él.",
  },
};
