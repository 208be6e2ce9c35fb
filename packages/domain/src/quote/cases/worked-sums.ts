import type { WorkedCase } from "./case.ts";
import { chapters } from "./index.ts";

/** The worked cases as a page a merchant can read: `worked-sums.md` beside this file, kept true by a test. */
export function workedSums(): string {
  const count = chapters.reduce((sum, { cases }) => sum + cases.length, 0);
  return `${[
    "# Sums to check with pencil and paper",
    `${count} returns in four currencies: what was bought, what comes back, and every row of what the customer gets. Store credit unless "money" is said. Amounts "(in it)" are contained in the row above and not added. Each is also a test.`,
    "What other systems count and Kept does not, on purpose: a bonus for every single item (Kept: for the return, or by rules for some products), a percentage of the whole order or of the price before discounts (more bonus than was paid for), rules that add up (nobody can say the sum in one sentence), and free shipping in place of a bonus.",
    ...chapters.map(({ title, cases }) => [`## ${title}`, ...cases.map(oneCase)].join("\n\n")),
  ].join("\n\n")}\n`;
}

function oneCase(story: WorkedCase): string {
  const { title, why, currency, bought, returns, rows, base, bonus, goesTo } = story;
  const order = Object.entries(story.order ?? {}).map(([name, value]) => `${words(name)} ${value}`);
  const known = Object.entries(story.customer ?? {}).map(([name, value]) => `${words(name)} ${value}`);
  const table = rows.map((row) => {
    const [, text, amount] = /^(.*): ([^:]*)$/.exec(row) ?? [];
    return `| ${text} | ${amount} |`;
  });
  const sum =
    story.as === "money"
      ? [["**Refund**", base]]
      : [
          ["Refund", base],
          ["Bonus", bonus],
        ];
  return [
    `### ${title}`,
    `${why}\n`,
    `- Bought (${currency}): ${[...bought, ...order].join("; ")}`,
    `- Comes back: ${returns}${story.as === "money" ? ", for money" : ""}`,
    ...(known.length > 0 ? [`- Of the customer: ${known.join("; ")}`] : []),
    ...(goesTo ? [`- Goes to: ${goesTo}`] : []),
    "",
    "| row | amount |",
    "| --- | ---: |",
    ...table,
    ...sum.map(([text, amount]) => `| **${text?.replaceAll("*", "")}** | **${amount}** |`),
  ].join("\n");
}

/** "pricesIncludeTax" as people say it. */
function words(name: string): string {
  return name.replaceAll(/([A-Z])/g, " $1").toLowerCase();
}
