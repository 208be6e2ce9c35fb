import { type CopySection, copySections } from "@kept/domain";
import { z } from "zod";

const list = z
  .union([z.string(), z.array(z.string())])
  .transform((one) => (Array.isArray(one) ? one : [one]));

/** What the address asks to have compared: from which shop, which sections, to which shops. */
export interface Asked {
  readonly from: string;
  readonly sections: readonly CopySection[];
  readonly to: readonly string[];
}

export function askedOf(params: Readonly<Record<string, string | string[] | undefined>>): Asked {
  const sections = list.catch([]).parse(params.section);
  return {
    from: z.string().max(100).catch("").parse(params.from),
    sections: copySections.filter((section) => sections.includes(section)),
    to: list.catch([]).parse(params.to),
  };
}

export const sectionWords: Record<CopySection, { readonly name: string; readonly about: string }> = {
  policy: { name: "Return policy", about: "Window, final sale, who is excluded, reasons, shipping, wording" },
  fees: { name: "Fees", about: "Return fee, restocking, label" },
  resolutions: { name: "Resolutions", about: "Store credit with its bonus, original payment, their rules" },
  automation: { name: "Automation", about: "What is approved, held and issued without anybody" },
  branding: {
    name: "Branding",
    about: "Color, corners, letter forms, words in the portal. Each shop keeps its logo",
  },
  emails: {
    name: "E-mails",
    about: "Which go out, and their words in every language. Each shop keeps its address for answers",
  },
};
