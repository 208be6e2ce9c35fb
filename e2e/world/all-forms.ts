import { expect, type Page } from "@playwright/test";
import type { Form } from "./forms.ts";
import { placeOrder } from "./orders.ts";
import { bloom } from "./shops.ts";
import { makeReturn } from "./staff.ts";
import { refundByHand } from "./stand-in.ts";

const shop = "app/(inside)/[shop]";
const why = { Why: "She called twice." };
const noReason = [{ Why: "" }, /Say why|The customer reads/] as const;
const click = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();
const unfold = (text: string) => (page: Page) => page.getByText(text, { exact: true }).first().click();

/** Every form that can be had without much being done first; signed in as Bloom's owner. */
export const forms: readonly Form[] = [
  {
    file: `${shop}/returns/new/order-form.tsx`,
    path: "/bloom/returns/new",
    fill: { "Order number": "#1029" },
    button: "Find the order",
    bad: [{ "Order number": "" }, /Type the order's number/],
  },
  {
    file: `${shop}/returns/[number]/note-form.tsx`,
    path: "/bloom/returns/1003",
    fill: { "A note for your team; customers never see it": "She called twice." },
    button: "Add",
    bad: [{ "A note for your team; customers never see it": "" }, /Write something first/],
  },
  {
    file: `${shop}/returns/[number]/message-form.tsx`,
    path: "/bloom/returns/1003",
    fill: { "A message to the customer": "It is on its way." },
    button: "Send",
    bad: [{ "A message to the customer": "" }, /Write something/],
  },
  {
    file: `${shop}/returns/[number]/decline-dialog.tsx`,
    path: "/bloom/returns/1007",
    open: click("Decline…"),
    fill: { ...why, "Note for your team (optional)": "Worn." },
    button: "Decline the return",
    bad: [{ Why: "" }, /./],
  },
  {
    file: `${shop}/returns/[number]/override-fields.tsx`,
    path: "/bloom/returns/1007",
    open: unfold("Override"),
    fill: why,
    button: "Change to original payment",
    bad: noReason,
  },
  {
    file: `${shop}/returns/[number]/decide-form.tsx`,
    path: "/bloom/returns/1007",
    fill: {},
    button: "Approve",
  },
  {
    file: `${shop}/returns/[number]/reversal/reverse-form.tsx`,
    path: "/bloom/returns/1002",
    open: unfold("Take credit back"),
    fill: why,
    button: /^Take back \$/,
    bad: noReason,
  },
  {
    file: `${shop}/returns/[number]/attention-notice.tsx`,
    path: "/bloom/returns/new",
    open: refundedInShopify,
    fill: { "Why it goes on": "That was for the gloves." },
    button: "Go on",
    bad: [{ "Why it goes on": "" }, /Say why/],
  },
  {
    file: `${shop}/returns/save-view.tsx`,
    path: "/bloom/returns?view=all&resolution=store_credit",
    open: click("Save view…"),
    fill: { Name: "Credit", "For everybody in this shop": true },
    button: "Save",
    bad: [{ Name: "" }, /Give it a name/],
  },
  {
    file: `${shop}/returns/bulk/bulk-confirm.tsx`,
    path: "/bloom/returns?view=requested",
    async open(page) {
      await page.getByLabel("Select R-1007").check();
      await page.getByRole("button", { name: "Decline 1…" }).click();
    },
    fill: why,
    button: "Decline 1",
    bad: [{ Why: "" }, /./],
  },
  {
    file: `${shop}/settings/limits/limits-form.tsx`,
    path: "/bloom/settings/limits",
    fill: { "One return": "500.00", "The shop, one day": "5000.00" },
    button: "Save limits",
    bad: [{ "One return": "plenty" }, /see the marked fields/],
  },
  {
    file: `${shop}/settings/limits/issuing-switch.tsx`,
    path: "/bloom/settings/limits",
    open: click("Pause issuing…"),
    fill: why,
    button: "Pause issuing",
    bad: noReason,
  },
  {
    file: `${shop}/settings/emails/reply-to-form.tsx`,
    path: "/bloom/settings/emails",
    fill: { "When a customer answers, it goes to": "hello@bloom.example" },
    button: "Save",
    bad: [{ "When a customer answers, it goes to": "nonsense" }, /Type one e-mail address/],
  },
  {
    file: "ui/team/invitation-form.tsx",
    path: "/bloom/settings/team",
    fill: { "E-mail address": "vera@example.com", Role: "viewer" },
    button: "Send the invitation",
    bad: [{ "E-mail address": "vera" }, /Type a whole address/],
  },
  {
    file: `${shop}/settings/team/grant-acts.tsx`,
    path: "/bloom/settings/team",
    open: click(/^Change what Northwind/),
    fill: { "At most": "viewer" },
    button: "Change",
  },
  {
    file: "ui/team/member-acts.tsx",
    path: "/bloom/settings/team",
    open: click("Change role of Olivia Bloom"),
    fill: { Role: "viewer" },
    button: "Change role",
    bad: [{}, /owner/],
  },
  {
    file: `${shop}/settings/api/create-key.tsx`,
    path: "/bloom/settings/api",
    fill: { Name: "Warehouse", Quotes: false, "Issue credit": true },
    button: "Create key",
    bad: [{ Name: "" }, /Give the key a name/],
  },
  {
    file: `${shop}/settings/webhooks/add-endpoint.tsx`,
    path: "/bloom/settings/webhooks",
    fill: { Address: "https://example.com/kept", "What it is (optional)": "Help desk" },
    button: "Add endpoint",
    bad: [{ Address: "nonsense" }, /./],
  },
  {
    file: `${shop}/settings/portal-address/own-domain-card.tsx`,
    path: "/bloom/settings/portal-address",
    fill: { Domain: "returns.bloom.example" },
    button: "Claim domain",
    bad: [{ Domain: "nonsense" }, /Write the name of a host you own/],
  },
  {
    file: `${shop}/settings/portal-address/link-form.tsx`,
    path: "/bloom/settings/portal-address",
    fill: { "Order number": "#1001", "The customer's e-mail, phone or postcode": "10115" },
    button: "Make link",
    bad: [{ "Order number": "" }, /Which order/],
  },
  {
    file: `${shop}/settings/portal-address/identity-form.tsx`,
    path: "/bloom/settings/portal-address",
    fill: {},
    async open(page) {
      await page.getByLabel(/^Postcode/).check();
      await page.getByLabel(/^Sign-in with/).check();
    },
    button: "Save",
  },
  {
    file: "app/(inside)/shops/account/name-form.tsx",
    path: "/shops/account",
    fill: { Name: "Olivia B." },
    button: "Save",
    bad: [{ Name: "" }, /name/],
  },
  {
    file: `${shop}/settings/versions/editor-form.tsx`,
    path: "/bloom/settings/resolutions",
    fill: { "Bonus amount": "12", "The bonus expires": false },
    button: "Save",
    bad: [{ "Bonus amount": "-3" }, /./],
  },
  {
    file: `${shop}/settings/versions/editor-form.tsx`,
    path: "/bloom/settings/branding",
    fill: { Color: "#224466", "Headline of the first page": "Send it back", Corners: "none" },
    button: "Save",
    bad: [{ Color: "yellowish" }, /./],
  },
  {
    file: `${shop}/settings/versions/editor-form.tsx`,
    path: "/bloom/settings/emails/return_approved",
    fill: { Headline: "Yes!", Subject: "Approved" },
    button: "Save",
    bad: [{ Subject: "Parcel {{total}}" }, /nothing to put in/],
  },
];

/** Forms that are there only after something was done, and the stories that fill them in. */
export const inStories: Readonly<Record<string, string>> = {
  [`${shop}/returns/new/[draft]/items-form.tsx`]: "statements",
  [`${shop}/returns/new/[draft]/create-form.tsx`]: "statements",
  [`${shop}/returns/[number]/issue-form.tsx`]: "main-job",
  [`${shop}/returns/[number]/receive-form.tsx`]: "goods-and-many",
  [`${shop}/returns/[number]/parcel-form.tsx`]: "goods-and-many",
  [`${shop}/returns/[number]/inspect-form.tsx`]: "goods-and-many",
  [`${shop}/returns/[number]/settle-form.tsx`]: "review",
  [`${shop}/returns/[number]/reversal/repay-form.tsx`]: "reversal",
  [`${shop}/credits/reconciliation/resolve-form.tsx`]: "ledger",
  [`${shop}/settings/automation/test-bench.tsx`]: "rules",
  "app/connect/sign-up-form.tsx": "connect-shop",
  "app/connect/join-form.tsx": "connect-shop",
  "app/access/[token]/accept-access.tsx": "team-and-agencies",
  "app/invitation/[token]/accept-form.tsx": "team-and-agencies",
  "app/sign-in/email-form.tsx": "who-may-see-what",
};

/** A return of somebody new, whose order somebody refunds a part of in Shopify: nothing goes on until it is judged. */
export async function refundedInShopify(page: Page): Promise<void> {
  const email = `refunded-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const order = await placeOrder(bloom, {
    email,
    lines: [{ title: "Linen shirt", price: "30.00", quantity: 2 }],
  });
  await makeReturn(page, bloom, order, { approve: false });
  await refundByHand(bloom, order, "5.00");
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Somebody refunded this order in Shopify")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}
