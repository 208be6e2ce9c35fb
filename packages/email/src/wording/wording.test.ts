import { money } from "@kept/money";
import { expect, test } from "vitest";
import { bonusExpiresSoon } from "../letters/bonus-expires-soon.ts";
import { creditReversed } from "../letters/credit-reversed.ts";
import { returnDeclined } from "../letters/return-declined.ts";
import type { ReturnFacts } from "../letters/return-letter.ts";
import { returnReceived } from "../letters/return-received.ts";
import { formatDay } from "../words/date.ts";
import { languageOf, letterLanguages } from "../words/languages.ts";
import { defaultWording } from "./default-wording.ts";
import { fillIn, letterKinds, unknownVariables } from "./wording.ts";

const ada: ReturnFacts = {
  locale: "en-US",
  shop: { name: "Bloom & Thread", url: "https://bloom.example" },
  customerFirstName: "Ada",
  orderName: "#1001",
  returnNumber: "R-1001",
  statusUrl: "https://portal.example/bloom/r/abc",
};
const chosen = { resolution: "store_credit" as const, amount: money(6600n, "USD") };

test("a shop's own words take the place of ours, with the facts in them; sum and button stay", async () => {
  const wording = {
    subject: "{{shop}} has your parcel slip for {{order}}",
    message: "Dear {{ customer }},\n\nwe look at {{return}} today.",
    closing: "Yours, Olivia",
  };
  const { subject, text, html } = await returnReceived({ ...ada, chosen, wording });
  expect(subject).toBe("Bloom & Thread has your parcel slip for #1001");
  expect(text).toContain("Dear Ada,\n\nwe look at R-1001 today.");
  expect(text).toContain("Store credit you chose: $66.00");
  expect(text).toContain("Yours, Olivia");
  expect(html.match(/href="https:\/\/portal.example\/bloom\/r\/abc"/g)).toHaveLength(1);
});

test("what is left out stays as Kept writes it", async () => {
  const plain = await returnReceived({ ...ada, chosen });
  const partly = await returnReceived({ ...ada, chosen, wording: { closing: "Bye", headline: "  " } });
  expect(partly.subject).toBe(plain.subject);
  expect(partly.text).toContain("We have your request");
});

test("what a merchant typed stays text, also through a fact, and cannot add headers", async () => {
  const wording = {
    subject: "Hi {{reason}}\r\nBcc: all@example.com",
    message: "<script>{{reason}}</script>",
  };
  const { subject, html } = await returnDeclined({ ...ada, reason: "<img src=x>", wording });
  expect(subject).toBe("Hi <img src=x> Bcc: all@example.com");
  expect(html).not.toMatch(/<script|<img/);
});

test("a fact the letter does not know is named before it is saved", () => {
  expect(unknownVariables("return_declined", "{{order}} {{amount}} {{ amount }} {{}}")).toEqual([
    "amount",
    "",
  ]);
  expect(fillIn("Your {{bonus}} bonus", {})).toBe("Your  bonus");
});

test.each(letterLanguages)(
  "in %s a reversed credit and an ending bonus are told with their amounts",
  async (locale) => {
    const amount = (minor: number) =>
      new Intl.NumberFormat(locale, { style: "currency", currency: "USD" }).format(minor / 100);
    const taken = { taken: money(600n, "USD"), balance: money(2000n, "USD"), accountLastDigits: "4821" };
    const reversed = await creditReversed({ ...ada, ...taken, locale, reason: "Two sent twice" });
    expect(clean(reversed.text)).toContain(clean(amount(600)));
    expect(clean(reversed.text)).toContain(clean(amount(2000)));
    const soon = {
      ...ada,
      locale,
      left: money(450n, "USD"),
      expiresAt: new Date("2027-11-24T15:10:11Z"),
      signInUrl: "https://shopify.example/account",
    };
    const ending = await bonusExpiresSoon({ ...soon, baseExpiresAt: null });
    expect(clean(ending.subject)).toContain(clean(amount(450)));
    expect(ending.text).toContain("https://shopify.example/account");
    const { words } = languageOf(locale);
    expect(ending.text).toContain(words.bonusExpiresSoon.rest);
    // A shop whose refunds end as well must not promise the opposite.
    const bothEnd = await bonusExpiresSoon({ ...soon, baseExpiresAt: new Date("2028-03-02T12:00:00Z") });
    expect(bothEnd.text).not.toContain(words.bonusExpiresSoon.rest);
    expect(bothEnd.text).toContain(
      words.storeCreditIssued.refundUntil(formatDay(new Date("2028-03-02"), locale)),
    );
  },
);

test.each(letterLanguages)("what %s says by itself names only facts the letter knows", (language) => {
  for (const kind of letterKinds) {
    const { subject, headline, message } = defaultWording(kind, language);
    expect(unknownVariables(kind, `${subject} ${headline} ${message}`), kind).toEqual([]);
    expect(subject).toContain("{{shop}}");
  }
});

/** Marks of direction and kinds of space are matters of taste of whoever sets the text. */
function clean(text: string): string {
  return text.replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, "").replace(/\s/g, " ");
}
