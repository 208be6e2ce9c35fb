import { styleText } from "node:util";
import type { Addresses } from "./product-environment.ts";

const shops = [
  { handle: "bloom", says: "Bloom & Thread · USD" },
  { handle: "fjord", says: "Fjord · EUR, in German" },
  { handle: "kumo", says: "Kumo · JPY, in Japanese" },
];

/** Where everything is, and the main job to try: the last thing `npm start` says. */
export function banner(at: Addresses, took: string): string {
  const places = [
    ...shops.map(({ handle, says }, index) =>
      place(index === 0 ? "Portal" : "", `${at.portal}/${handle}`, says),
    ),
    place("Dashboard", at.dashboard, "one click signs you in"),
    place("Shopify", at.sandbox, "the stand-in: orders and store credit"),
    place("Mailbox", `${at.sandbox}/mailbox`, "every letter Kept sends"),
  ];
  const clicks = [
    click(
      1,
      "Portal",
      "Find order #1001 of ada@example.com (the code is in the mailbox), choose store credit, send.",
    ),
    click(2, "Dashboard", "Sign in, open the return, approve it, issue the credit."),
    click(3, "Mailbox", "Read Ada's letter; her balance is in Shopify."),
  ];
  return [
    "",
    `  ${styleText(["bold", "green"], "Kept is running")} ${styleText("dim", `after ${took}`)}`,
    "",
    ...places,
    "",
    `  ${styleText("bold", "The main job")}`,
    ...clicks,
    "",
    styleText(
      "dim",
      "  Ctrl-C ends it and keeps your data; npm start -- --fresh starts over. Logs: .data/logs",
    ),
    "",
  ].join("\n");
}

const place = (name: string, address: string, says: string) =>
  `  ${name.padEnd(11)}${styleText("cyan", address.padEnd(32))}${styleText("dim", says)}`;
const click = (number: number, where: string, what: string) =>
  `  ${styleText("green", String(number))}  ${where.padEnd(11)}${what}`;
