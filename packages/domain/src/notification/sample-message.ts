/** What a shop might write to a customer, in the language of the letter that is looked at. */
export function sampleMessage(locale: string): string {
  return messages[locale.split("-")[0] ?? locale] ?? english;
}

const english = "Thank you for the photos. Any box will do, as long as the label can be read.";

const messages: Readonly<Record<string, string>> = {
  ar: "شكرًا على الصور. أي علبة تفي بالغرض ما دام الملصق واضحًا.",
  de: "Danke für die Fotos. Jeder Karton ist recht, solange das Etikett lesbar ist.",
  en: english,
  es: "Gracias por las fotos. Vale cualquier caja, siempre que se lea la etiqueta.",
  fr: "Merci pour les photos. N’importe quel carton convient, tant que l’étiquette reste lisible.",
  it: "Grazie per le foto. Va bene qualsiasi scatola, purché l’etichetta sia leggibile.",
  ja: "お写真をありがとうございます。ラベルが読める状態であれば、どの箱でも結構です。",
  nl: "Bedankt voor de foto’s. Elke doos is goed, zolang het etiket leesbaar is.",
  pt: "Obrigado pelas fotos. Qualquer caixa serve, desde que a etiqueta esteja legível.",
};
