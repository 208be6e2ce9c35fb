import type { LetterKind } from "@kept/email";
import { add, fractionDigits, type Money, money, toDecimal } from "@kept/money";
import type { ShopContext } from "../context.ts";
import { sampleMessage } from "./sample-message.ts";
import type { Owed } from "./write-letter.ts";

/** What a letter says about somebody who does not exist: for previews and tests, in the shop's own currency. */
export function sampleOf(ctx: ShopContext, kind: LetterKind, locale: string): Omit<Owed, "wording"> {
  const { currency } = ctx.shop;
  const base = sixty(currency, 60n);
  const bonus = sixty(currency, 6n);
  const expiresOn = ctx.clock.now();
  expiresOn.setUTCDate(expiresOn.getUTCDate() + (kind === "bonus_expires_soon" ? 7 : 365));
  const ending = expiresOn.toISOString().slice(0, 10);
  return {
    letter: {
      facts: {
        accountId: "gid://shopify/StoreCreditAccount/104821",
        balance: toDecimal(kind === "credit_reversed" ? base : add(base, bonus)),
        taken: toDecimal(bonus),
        left: toDecimal(bonus),
        expiresOn: ending,
        ...(kind === "return_declined" && { reason: "—" }),
        message: sampleMessage(locale),
      },
    },
    record: {
      key: "sample",
      number: 1001,
      orderName: "#1001",
      customerName: "Ada Lovelace",
      locale,
      currency,
    },
    promised: { resolution: "store_credit", base, bonus, total: add(base, bonus) },
    goods: null,
    legs: [
      { kind: "base", expiresOn: null },
      { kind: "bonus", expiresOn: ending },
    ],
  };
}

/** An amount that looks like one in any currency: 60.00, ¥6000, 60.000. */
function sixty(currency: string, whole: bigint): Money {
  const digits = fractionDigits(currency);
  return money(whole * (digits === 0 ? 100n : 10n ** BigInt(digits)), currency);
}
