import { expect, type Page, test } from "@playwright/test";
import { expectUsable } from "../world/accessibility.ts";
import { amountsWritten, sum } from "../world/amount.ts";
import { placeOrder } from "../world/orders.ts";
import { bloom, fjord, kumo } from "../world/shops.ts";
import { WordlessCustomer } from "../world/wordless-customer.ts";

/** One walk through every step of the portal; in every language, width and with a script or without, it is the same. */
const lines = [
  // As long as a name can be: it breaks, and no page becomes wider than a phone.
  { title: `Linen ${"shirt".repeat(18)}`, price: "1020", quantity: 2 },
  { title: "Straw hat", price: "480", quantity: 1 },
];

const places = [
  { language: "en", direction: "ltr", shop: bloom, credit: "Store credit", sent: "We have your return" },
  { language: "de", direction: "ltr", shop: fjord, credit: "Guthaben", sent: "Ihre Rückgabe ist bei uns" },
  {
    language: "ja",
    direction: "ltr",
    shop: kumo,
    credit: "ストアクレジット",
    sent: "返品のお申し込みを受け付けました",
  },
  { language: "ar", direction: "rtl", shop: bloom, credit: "رصيد المتجر", sent: "وصلنا إرجاعك" },
] as const;

for (const { language, direction, shop, credit, sent } of places)
  for (const width of [390, 1440])
    for (const script of [true, false])
      test.describe(`${language}, ${width} px, ${script ? "with" : "without"} JavaScript`, () => {
        test.use({
          javaScriptEnabled: script,
          viewport: { width, height: width === 390 ? 844 : 900 },
          contextOptions: { reducedMotion: "reduce" },
          // Every page is seen by day and by night, each language in both.
          colorScheme: (width === 390) === script ? "light" : "dark",
        });

        test("S18 S19 S20 from the order number to the return: the card's amount is the one that is sent", async ({
          page,
        }) => {
          const email = `${language}-${crypto.randomUUID().slice(0, 8)}@example.com`;
          const order = await placeOrder(shop, { email, lines });
          const customer = new WordlessCustomer(page, shop);
          const usable = () => expectUsable(page, { language, direction, script });
          await customer.open(language);
          if (script) await markDocument(page);
          await usable();
          await customer.nameOrder(order, email);
          await usable();
          await customer.proveIt(order, email);
          await customer.choose(0, "damaged");
          await customer.show(0, script);
          await expect(customer.item(0).getByRole("checkbox")).toBeChecked(); // what was filled in is still there
          await usable();
          await customer.toRefund();
          const { total, parts } = await customer.promised("store_credit");
          await expect(customer.card("store_credit").getByRole("heading")).toHaveText(credit);
          expect(parts).toHaveLength(2);
          expect(sum(parts, shop.currency)).toEqual(total);
          expect((await customer.promised("original_payment")).total).toEqual(parts[0]);
          await usable();
          await customer.toReview("original_payment");
          await customer.page.locator("form.bg-brand-tint button").click(); // the second chance: credit after all
          await expect(page.locator("form.bg-brand-tint")).toHaveCount(0);
          expect(amountsWritten((await customer.sendButton.textContent()) ?? "", shop.currency)).toEqual([
            total,
          ]);
          await usable();
          await customer.send();
          await expect(customer.heading).toHaveText(sent);
          expect(
            amountsWritten((await page.locator("main").textContent()) ?? "", shop.currency),
          ).toContainEqual(total);
          await expect(page.locator("main img")).toBeVisible();
          await usable();
          if (script) expect(await isMarked(page), "no step loaded the page anew").toBe(true);
        });
      });

/** Leaves a mark that is gone with the next page that is loaded. */
async function markDocument(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute("data-walked", ""));
}

async function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.hasAttribute("data-walked"));
}
