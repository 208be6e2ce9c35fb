/** An amount in whole minor units: the only way two amounts are compared here. */
export interface Amount {
  readonly minor: bigint;
  readonly currency: string;
}

/** Reads Shopify's decimal ("66.0", "5500.00") exactly; a fraction finer than the currency's unit is an error. */
export function amountOf(decimal: string, currency: string): Amount {
  const [whole = "", fraction = ""] = decimal.split(".");
  const digits = digitsOf(currency);
  if (!/^-?\d+$/.test(whole) || !/^\d*$/.test(fraction) || /[1-9]/.test(fraction.slice(digits)))
    throw new Error(`${decimal} is no amount of ${currency}`);
  return { minor: BigInt(whole + fraction.slice(0, digits).padEnd(digits, "0")), currency };
}

/** Reads an amount as an English page shows it: "$66.00", "€1,066.00", "¥5,500". */
export function amountShown(text: string, currency: string): Amount {
  const found = /\d[\d,]*(\.\d+)?/.exec(text);
  if (!found) throw new Error(`There is no amount in “${text}”`);
  return amountOf(found[0].replaceAll(",", ""), currency);
}

export function sum(amounts: readonly Amount[], currency: string): Amount {
  if (amounts.some((each) => each.currency !== currency)) throw new Error(`Not all of this is ${currency}`);
  return { minor: amounts.reduce((total, { minor }) => total + minor, 0n), currency };
}

function digitsOf(currency: string): number {
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** Every amount in a text of whatever language: "66,00 $", "￥5,500", "‏66.00 US$". Pages write all of an amount's digits. */
export function amountsWritten(text: string, currency: string): Amount[] {
  const numbers = text.match(/[\d٠-٩](?:[\d٠-٩.,٫٬’\u00a0\u202f]*[\d٠-٩])?/g) ?? [];
  return numbers.map((number) => ({
    minor: BigInt(number.replace(/[^\d٠-٩]/g, "").replace(/[٠-٩]/g, western)),
    currency,
  }));
}

function western(digit: string): string {
  return String(digit.charCodeAt(0) - 0x660);
}
