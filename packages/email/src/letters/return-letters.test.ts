import { money } from "@kept/money";
import { expect, test } from "vitest";
import { languageOf, letterLanguages } from "../words/languages.ts";
import { orderCode } from "./order-code.ts";
import { returnApproved } from "./return-approved.ts";
import { returnDeclined } from "./return-declined.ts";
import type { ReturnFacts } from "./return-letter.ts";
import { returnReceived } from "./return-received.ts";
import { signInLink } from "./sign-in-link.ts";

const lena: ReturnFacts = {
  locale: "de-DE",
  shop: { name: "Fjord", url: "https://fjord.example", color: "#f2c94c" },
  customerFirstName: "Lena",
  orderName: "#2001",
  returnNumber: "1001",
  statusUrl: "https://portal.example/fjord/returns/abc",
};

test("a customer who asked hears what was chosen and what it comes to", async () => {
  const letter = await returnReceived({
    ...lena,
    chosen: { resolution: "store_credit", amount: money(135802n, "EUR") },
  });
  expect(letter.subject).toContain("#2001");
  expect(letter.text).toContain("Gewähltes Guthaben: 1.358,02\u00a0€");
  expect(letter.html).toContain("1.358,02");
});

test("after approval, credit and card are promised differently", async () => {
  const amount = money(5000n, "EUR");
  const credit = await returnApproved({ ...lena, chosen: { resolution: "store_credit", amount } });
  const card = await returnApproved({ ...lena, chosen: { resolution: "original_payment", amount } });
  expect(credit.text).toContain("sobald das Guthaben auf Ihrem Konto ist");
  expect(card.text).toContain("womit Sie bezahlt haben");
});

test.each(letterLanguages)(
  "in %s an approval says what is to be done with the goods, or nothing of them",
  async (locale) => {
    const chosen = { resolution: "store_credit", amount: money(5000n, "EUR") } as const;
    const { goods } = languageOf(locale).words.returnApproved;
    for (const each of ["kept", "sent", "arrived", "inspected"] as const) {
      const letter = await returnApproved({ ...lena, locale, chosen, goods: each });
      expect(letter.text).toContain(goods[each]);
    }
    const { text } = await returnApproved({ ...lena, locale, chosen, goods: null });
    for (const sentence of Object.values(goods)) expect(text).not.toContain(sentence);
  },
);

test("a customer who is declined reads the reason, and nothing of it becomes markup", async () => {
  const letter = await returnDeclined({ ...lena, reason: "Zu spät <b>leider</b>" });
  expect(letter.text).toContain("Grund: Zu spät <b>leider</b>");
  expect(letter.html).toContain("Zu spät &lt;b&gt;leider&lt;/b&gt;");
});

test("on a bright colour the button's words are dark, on a dark one light", async () => {
  const bright = await returnDeclined({ ...lena, reason: null });
  const dark = await returnDeclined({ ...lena, shop: { ...lena.shop, color: "#112233" }, reason: null });
  expect(bright.html).toMatch(/background-color:#f2c94c;color:#111110/);
  expect(dark.html).toMatch(/background-color:#112233;color:#ffffff/);
});

test("a colour that is none cannot bring styles of its own", async () => {
  const letter = await returnDeclined({
    ...lena,
    shop: { ...lena.shop, color: "red;background:url(https://evil.example)" },
    reason: null,
  });
  expect(letter.html).not.toContain("evil.example");
});

test("the sign-in letter names the host and carries the link once as a button", async () => {
  const url = "https://dashboard.example/api/auth/callback/email?token=t&email=a%40b.example";
  const letter = await signInLink({ url, host: "dashboard.example" });
  expect(letter.subject).toBe("Sign in to dashboard.example");
  expect(letter.text).toContain(`\n${url}\n`);
  expect(letter.html.match(/href=/g)).toHaveLength(1);
});

test("the code letter says the code in its subject and in large, for whom, and carries no link", async () => {
  const facts = { shop: lena.shop, orderName: "#2001", code: "4821 7730", minutes: 10 };
  const letter = await orderCode({ ...facts, locale: "de-DE" });
  expect(letter.subject).toBe("4821 7730 ist Ihr Code für Fjord");
  expect(letter.text).toMatch(/#2001[\s\S]*4821 7730/);
  expect(letter.html).not.toMatch(/href=/);
  expect((await orderCode({ ...facts, locale: "ar" })).html).toContain('dir="rtl"');
});
