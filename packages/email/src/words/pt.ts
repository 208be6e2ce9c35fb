import type { Words } from "./words.ts";

export const pt: Words = {
  hello: (name) => (name ? `Olá, ${name},` : "Olá,"),
  about: ({ shop, order, number }) =>
    `Você recebe esta mensagem porque devolveu algo à ${shop}: pedido ${order}, devolução ${number}.`,
  seeReturn: "Ver a sua devolução",
  storeCreditIssued: {
    subject: ({ total, shop }) => `${total} de crédito na ${shop}`,
    headline: "O seu crédito chegou",
    lead: ({ shop, order }) => `${shop} adicionou-o à sua conta pela devolução do pedido ${order}.`,
    refund: "Reembolso",
    bonus: "Bônus",
    total: "Crédito",
    balance: ({ digits }) => (digits ? `Saldo da sua conta ··${digits}` : "Saldo da sua conta"),
    bonusUntil: (date) => `O bônus é válido até ${date}.`,
    refundUntil: (date) => `O reembolso é válido até ${date}.`,
    refundNeverExpires: "O reembolso nunca expira.",
    creditNeverExpires: "Ele nunca expira.",
    howTitle: "Como usar",
    how: ({ shop, currency }) => [
      `Entre na ${shop} com o botão abaixo e o e-mail em que recebeu esta mensagem. Sem entrar, o crédito não aparece.`,
      `Compre como sempre. Ao pagar em ${currency}, escolha o crédito: ele paga tudo o que puder.`,
    ],
    button: "Usar o meu crédito",
  },
  returnReceived: {
    subject: ({ order, shop }) => `O seu pedido de devolução da compra ${order} · ${shop}`,
    headline: "Recebemos o seu pedido",
    lead: ({ shop, order }) => `${shop} recebeu o seu pedido de devolução da compra ${order}.`,
    next: ({ shop }) => `${shop} vai analisá-lo e escrever para você. Até lá, não precisa fazer nada.`,
    asCredit: "Crédito escolhido",
    asPayment: "Reembolso escolhido",
  },
  returnApproved: {
    subject: ({ order, shop }) => `A sua devolução do pedido ${order} foi aprovada · ${shop}`,
    headline: "A sua devolução foi aprovada",
    lead: ({ shop, order }) => `${shop} aceitou a sua devolução do pedido ${order}.`,
    goods: {
      kept: "Não precisa enviar nada: você fica com os artigos.",
      sent: "Envie os artigos de volta: o crédito é emitido assim que estiverem a caminho. Adicione o número de rastreio na página da sua devolução.",
      arrived: "Envie os artigos de volta: o crédito é emitido quando tiverem chegado.",
      inspected: "Envie os artigos de volta: o crédito é emitido quando a loja os tiver conferido.",
    },
    nextCredit: "Escrevemos assim que o crédito estiver na sua conta.",
    nextPayment:
      "O dinheiro volta para a forma de pagamento usada. Os bancos costumam precisar de alguns dias.",
    partly: "Nem tudo foi aceito. A página da sua devolução diz o quê e porquê.",
    asCredit: "Crédito",
    asPayment: "Reembolso",
  },
  returnDeclined: {
    subject: ({ order, shop }) => `Sobre a sua devolução do pedido ${order} · ${shop}`,
    headline: "A sua devolução não foi aceita",
    lead: ({ shop, order }) => `${shop} não pôde aceitar a sua devolução do pedido ${order}.`,
    reason: "Motivo",
    next: ({ shop }) => `Se acha que é um engano, responda a esta mensagem e ${shop} verá de novo.`,
  },
  creditReversed: {
    subject: ({ amount, shop }) => `${amount} de crédito foram retirados · ${shop}`,
    headline: "Foi retirado crédito da sua conta",
    lead: ({ shop, order }) => `${shop} retirou crédito recebido pela sua devolução do pedido ${order}.`,
    taken: "Valor retirado",
  },
  bonusExpiresSoon: {
    subject: ({ left, date, shop }) => `${left} do seu crédito expiram em ${date} · ${shop}`,
    headline: "O seu bônus está acabando",
    lead: ({ shop, date }) => `Pode usar o bônus de ${shop} até ${date}.`,
    left: "Bônus por gastar",
    rest: "Só o bônus expira. O resto do seu crédito continua sendo seu.",
  },
  messageWritten: {
    subject: ({ number, shop }) => `Uma mensagem sobre a sua devolução ${number} · ${shop}`,
    headline: "Você tem uma mensagem",
    lead: ({ shop, order, number }) =>
      `${shop} escreveu para você sobre a sua devolução ${number} do pedido ${order}:`,
    next: ({ shop }) => `Responda na página da sua devolução: é lá que ${shop} lê o que você escreve.`,
    answer: "Responder",
    readOn: "Continuar a ler e responder",
  },
  orderCode: {
    subject: ({ code, shop }) => `${code} é o seu código para ${shop}`,
    headline: "O seu código",
    lead: ({ shop, order }) =>
      `Digite este código para ver o pedido ${order} na página de devoluções de ${shop}.`,
    code: "Código de uso único",
    once: ({ minutes }) => `Funciona uma vez, durante ${minutes} minutos, no navegador que o pediu.`,
    notYou: ({ shop }) =>
      `${shop} nunca o pede por telefone nem por mensagem. Se você não o pediu, esqueça esta mensagem: sem o código ninguém vê o seu pedido.`,
  },
  signIn: {
    subject: ({ host }) => `Entrar em ${host}`,
    headline: "Entrar no Kept",
    lead: ({ host }) => `Use este botão para entrar em ${host}.`,
    button: "Entrar",
    once: "Funciona uma única vez e por pouco tempo.",
    notYou: "Se não foi você que pediu, esqueça esta mensagem. Ninguém consegue entrar sem ela.",
  },
};
