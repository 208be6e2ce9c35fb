import type { Reason } from "./reasons.ts";

/** The reasons a new shop starts with, in the languages of the portal. */
export const defaultReasons: Reason[] = [
  reason("too_small", {
    en: "Too small",
    de: "Zu klein",
    ja: "サイズが小さい",
    fr: "Trop petit",
    es: "Demasiado pequeño",
    it: "Troppo piccolo",
    nl: "Te klein",
    pt: "Pequeno demais",
    ar: "صغير جدًا",
  }),
  reason("too_large", {
    en: "Too large",
    de: "Zu groß",
    ja: "サイズが大きい",
    fr: "Trop grand",
    es: "Demasiado grande",
    it: "Troppo grande",
    nl: "Te groot",
    pt: "Grande demais",
    ar: "كبير جدًا",
  }),
  reason("changed_mind", {
    en: "Changed my mind",
    de: "Gefällt mir nicht",
    ja: "気が変わった",
    fr: "J’ai changé d’avis",
    es: "He cambiado de opinión",
    it: "Ho cambiato idea",
    nl: "Bedacht",
    pt: "Mudei de ideia",
    ar: "غيّرت رأيي",
  }),
  reason("not_as_described", {
    en: "Not as described",
    de: "Nicht wie beschrieben",
    ja: "説明と違う",
    fr: "Non conforme à la description",
    es: "No coincide con la descripción",
    it: "Non conforme alla descrizione",
    nl: "Niet zoals beschreven",
    pt: "Diferente da descrição",
    ar: "لا يطابق الوصف",
  }),
  {
    ...reason("damaged", {
      en: "Arrived damaged",
      de: "Beschädigt angekommen",
      ja: "破損していた",
      fr: "Arrivé endommagé",
      es: "Llegó dañado",
      it: "Arrivato danneggiato",
      nl: "Beschadigd aangekomen",
      pt: "Chegou danificado",
      ar: "وصل تالفًا",
    }),
    photo: "optional",
  },
  reason("wrong_item", {
    en: "Wrong item",
    de: "Falscher Artikel",
    ja: "違う商品が届いた",
    fr: "Mauvais article",
    es: "Artículo equivocado",
    it: "Articolo sbagliato",
    nl: "Verkeerd artikel",
    pt: "Artigo errado",
    ar: "منتج خاطئ",
  }),
  reason("other", {
    en: "Something else",
    de: "Etwas anderes",
    ja: "その他",
    fr: "Autre raison",
    es: "Otro motivo",
    it: "Altro",
    nl: "Iets anders",
    pt: "Outro motivo",
    ar: "سبب آخر",
  }),
];

function reason(key: string, words: Reason["words"]): Reason {
  return { key, words, photo: "never", note: "optional", subReasons: [] };
}
