import { type Money, money } from "@kept/money";
import { describe, expect, test } from "vitest";
import { letterLanguages } from "../words/languages.ts";
import { type StoreCreditIssued, storeCreditIssued } from "./store-credit-issued.ts";

const usd = (minor: bigint): Money => money(minor, "USD");

const ada: StoreCreditIssued = {
  locale: "en-US",
  shop: { name: "Bloom & Thread", url: "https://bloom.example" },
  customerFirstName: "Ada",
  orderName: "#1001",
  returnNumber: "1001",
  base: usd(6000n),
  bonus: usd(600n),
  total: usd(6600n),
  balance: usd(9150n),
  accountLastDigits: "4821",
  bonusExpiresAt: new Date("2027-11-24T15:10:11Z"),
  baseExpiresAt: null,
  signInUrl: "https://shopify.com/63/account?locale=en&next=1",
  statusUrl: "https://portal.example/bloom/returns/abc",
};

describe("the letter that says the credit is there", () => {
  test("has the amount in the subject, and base, bonus, balance and account in the body", async () => {
    const letter = await storeCreditIssued(ada);
    expect(letter.subject).toBe("$66.00 store credit from Bloom & Thread");
    const said = spoken(letter.html);
    for (const fact of ["$60.00", "+ $6.00", "$66.00", "$91.50", "··4821", "#1001"]) {
      expect(said).toContain(fact);
      expect(letter.text).toContain(fact);
    }
  });

  test("says when the bonus ends, by the day the quote named, and that the refund never does", async () => {
    const { text } = await storeCreditIssued(ada);
    expect(text).toContain("The bonus is valid until November 24, 2027.");
    expect(text).toContain("The refund never expires.");
  });

  test("without a bonus it speaks of none", async () => {
    const letter = await storeCreditIssued({ ...ada, bonus: usd(0n), total: usd(6000n) });
    expect(letter.text).not.toMatch(/bonus/i);
    expect(spoken(letter.html)).not.toMatch(/bonus/i);
    expect(letter.text).toContain("Store credit: $60.00");
  });

  test("is never written when base and bonus are not the total", async () => {
    await expect(storeCreditIssued({ ...ada, total: usd(6601n) })).rejects.toThrow(RangeError);
  });

  test("has one button, to the sign-in page, and the return's own page in the small print", async () => {
    const { html, text } = await storeCreditIssued(ada);
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href?.replaceAll("&amp;", "&"));
    expect(links).toEqual([ada.signInUrl, ada.statusUrl]);
    expect(text).toContain(`\n${ada.signInUrl}\n`);
  });

  test("what a merchant or customer typed stays text, and cannot add headers or lines", async () => {
    const letter = await storeCreditIssued({
      ...ada,
      customerFirstName: '<img src=x onerror="alert(1)">',
      shop: { name: "Evil\r\nBcc: all@example.com <script>", url: "https://evil.example" },
    });
    expect(letter.subject).toBe("$66.00 store credit from Evil Bcc: all@example.com <script>");
    expect(letter.subject).not.toMatch(/[\r\n]/);
    expect(letter.html).not.toMatch(/<script|<img/);
    expect(letter.text).not.toMatch(/\nBcc:/);
  });

  test("an address that is not a web address never becomes a link", async () => {
    await expect(storeCreditIssued({ ...ada, signInUrl: "javascript:alert(1)" })).rejects.toThrow(RangeError);
  });

  test.each(letterLanguages)(
    "in %s it holds the same facts, in the words and amounts of the language",
    async (locale) => {
      const letter = await storeCreditIssued({ ...ada, locale, bonusExpiresAt: null });
      const total = new Intl.NumberFormat(locale, { style: "currency", currency: "USD" }).format(66);
      expect(letter.subject).toContain(clean(total));
      expect(letter.html).toContain(`lang="${locale}"`);
      expect(letter.html).toContain(locale === "ar" ? 'dir="rtl"' : 'dir="ltr"');
      expect(letter.text).not.toMatch(/undefined|null|\[object/);
    },
  );

  test("yen have no cents and dinars have three decimals", async () => {
    const yen = {
      base: money(4800n, "JPY"),
      bonus: money(480n, "JPY"),
      total: money(5280n, "JPY"),
      balance: money(5280n, "JPY"),
    };
    expect((await storeCreditIssued({ ...ada, locale: "ja", ...yen })).subject).toContain("￥5,280");
    const dinar = {
      base: money(12500n, "KWD"),
      bonus: money(1n, "KWD"),
      total: money(12501n, "KWD"),
      balance: money(12501n, "KWD"),
    };
    expect((await storeCreditIssued({ ...ada, locale: "en", ...dinar })).subject).toContain("12.501");
  });
});

/** What a reader sees of the html. */
function spoken(html: string): string {
  return html
    .replace(/<(style|title)[\s\S]*?<\/\1>/g, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]+>/g, "\n")
    .replaceAll("&amp;", "&");
}

/** Marks of direction are taken out of subjects. */
function clean(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
}
