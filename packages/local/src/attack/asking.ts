import type { Door } from "./doors.ts";
import { nameOf } from "./guards.ts";

/** What has a name: "returns/number" stands behind `returns/` in an address, "ui/team userId" is taken by that folder's actions. */
export const named = [
  "shop",
  "organization",
  "returns/number",
  "returns/line",
  "returns/quote",
  "returns/leg",
  "customers/number",
  "photos/photo",
  "bulk/id",
  "new/draft",
  "[shop]/returns/new key",
  "[shop]/returns id",
  "emails/kind",
  "webhooks/endpoint",
  "[shop]/settings/webhooks endpoint",
  "[shop]/settings/webhooks delivery",
  "[shop]/settings/api id",
  "[shop]/settings/team invitation",
  "[shop]/settings/team organizationId",
  "ui/team invitation",
  "ui/team userId",
  "webhook-endpoints/id",
  "credits/number",
  "credits/difference",
  "reconciliation/run",
  "audit/document",
  "copy/copy",
  "shops/copy copyId",
  "shops/account id",
  "invitation/token",
  "access/token",
  "invitation/[token] token",
  "access/[token] token",
  "auth/nextauth",
] as const;

/** What each of them is called in one shop. */
export type Names = Readonly<Record<(typeof named)[number], string>>;

/** An address with everything in it named. Throws for what nobody knows the name of: a new door is to be attacked too. */
export function fill(path: string, names: Names): string {
  const parts = path.split("/");
  return parts
    .map((part, i) => {
      const parameter = /^\[(?:\.\.\.)?(\w+)\]$/.exec(part)?.[1];
      if (!parameter) return part;
      const name = nameIn(names, i === 1 ? parameter : `${parts[i - 1]}/${parameter}`);
      if (name === undefined) throw new Error(`Nothing is known for ${part} in ${path}`);
      return name;
    })
    .join("/");
}

function nameIn(names: Names, what: string): string | undefined {
  return (names as Readonly<Record<string, string>>)[what];
}

/** What some addresses ask for behind their question mark. */
export function queryOf(path: string, names: Names): string {
  if (path === "/[shop]/settings/audit/document") return `?id=${names["audit/document"]}`;
  if (path === "/[shop]/credits/journal") return "?from=2026-01-01&to=2026-12-31";
  if (path === "/shops/team") return `?of=${names.organization}`;
  return "";
}

/** A page an action is called on. */
export function pageOf(page: string, names: Names): string {
  const path = page
    .replace(/^app/, "")
    .replace(/\/page$/, "")
    .replaceAll(/\/\([^)]*\)/g, "");
  return fill(path === "" ? "/" : path, names);
}

type Action = Extract<Door, { kind: "action" }>;

/** What an action takes, as our own page would send it: a form as a Map. */
export function valuesFor(action: Action, names: Names): unknown[] {
  return action.takes.map((take) => valueFor(action, take, names));
}

export function valueFor(action: Action, take: string, names: Names): unknown {
  const name = nameOf(action);
  const folder = name.slice(0, name.lastIndexOf("/"));
  const own = single[`${name} ${take}`];
  if (own !== undefined) return typeof own === "function" ? own(names) : own;
  if (take === "form") return new Map(Object.entries(forms[name]?.(names) ?? {}));
  if (take === "_") return {};
  if (take === "number") return Number(names["returns/number"]);
  if (take === "basedOn" || take === "version") return 1;
  const known = nameIn(names, `${folder} ${take}`) ?? nameIn(names, take);
  if (known === undefined) throw new Error(`Nothing is known for ${take} of ${name}`);
  return known;
}

const reason = { reason: "Because" };
const products = { tags: "", types: "", vendors: "", collectionIds: "", productIds: "" };
const waiver = { waivedForCredit: true, exceptReasons: [] };
const fees = {
  returnFee: { ...waiver, kind: "none", amounts: {}, per: "return", percent: "" },
  restocking: { ...waiver, on: false, percent: "", some: false, products },
  label: { ...waiver, on: false, amounts: {} },
  shipping: "never",
  duties: "never",
};
const policy = {
  window: { forever: false, days: "30", from: "delivery", buffer: "0" },
  productWindows: [],
  finalSale: products,
  blocked: { orderTags: "", customerTags: "", emails: "" },
  blockedProducts: products,
  allowed: { orderTags: "", orderNames: "", customerTags: "", emails: "" },
  reasons: [{ key: "fit", label: "It does not fit", photo: "never", note: "optional", subReasons: "" }],
  money: true,
  resolutionRules: [],
};
const offer = {
  enabled: true,
  description: "Attacked",
  kind: "percent",
  percent: "99",
  of: "items",
  fixed: {},
  per: "return",
  tiers: [],
  cap: {},
  expires: true,
  days: "90",
};
const automation = {
  otherwise: "approve",
  approvalRules: [],
  trigger: "on_approval",
  keepItemReasons: [],
  bonusRules: [],
  atLeast: {},
  shareOfBase: "",
  perCustomer: {},
  customerDays: "",
  perMonth: {},
};
const brand = { color: "#ff0000", logoUrl: "", radius: "small", font: "geist", words: {} };
const trial = { kind: "return_received", language: "en", wording: { subject: "Attacked" } };

/** What single actions take beside names and forms. */
const single: Record<string, unknown | ((names: Names) => unknown)> = {
  "[shop]/returns/[number]/actions.ts#quoteFor accepted": {},
  "[shop]/returns/[number]/reversal/actions.ts#previewTakeBack units": null,
  "[shop]/returns/bulk/actions.ts#steer input": (names: Names) => ({ id: names["bulk/id"], to: "cancel" }),
  "[shop]/returns/bulk/actions.ts#chooseAll query": "view=all",
  "[shop]/returns/view-actions.ts#saveThisView query": "view=all",
  "[shop]/settings/automation/actions.ts#save typed": automation,
  "[shop]/settings/automation/actions.ts#tryOut typed": automation,
  "[shop]/settings/automation/actions.ts#tryOut asked": { order: "", reason: "" },
  "[shop]/settings/branding/actions.ts#save typed": brand,
  "[shop]/settings/branding/actions.ts#preview typed": brand,
  "[shop]/settings/emails/actions.ts#save of": "return_received",
  "[shop]/settings/emails/actions.ts#save typed": { enabled: false, wordings: {} },
  "[shop]/settings/emails/actions.ts#restore of": "return_received",
  "[shop]/settings/emails/actions.ts#preview trial": trial,
  "[shop]/settings/emails/actions.ts#sendTest trial": trial,
  "[shop]/settings/fees/actions.ts#preview typed": fees,
  "[shop]/settings/fees/actions.ts#save typed": fees,
  "[shop]/settings/limits/actions.ts#save mark": "x",
  "[shop]/settings/policy/actions.ts#save typed": policy,
  "[shop]/settings/resolutions/actions.ts#preview typed": offer,
  "[shop]/settings/resolutions/actions.ts#save typed": offer,
  "[shop]/settings/webhooks/actions.ts#turn enabled": true,
  "shops/copy/actions.ts#copy asked": ({ shop }: Names) => ({
    from: shop,
    sections: ["resolutions"],
    sourceVersion: 1,
    to: [{ handle: shop === "fjord" ? "kumo" : "fjord", basedOn: 1 }],
  }),
};

const team = () => ({ email: "eve@attack.example", role: "viewer" });

/** What forms are filled in with: plausible, so that only who asks can be what is refused. */
const forms: Record<string, (names: Names) => Record<string, string>> = {
  "[shop]/credits/reconciliation/actions.ts#resolve": (names) => ({
    id: names["credits/difference"],
    action: "staff",
    ...reason,
  }),
  "[shop]/returns/[number]/actions.ts#decide": () => ({ act: "issue" }),
  "[shop]/returns/[number]/actions.ts#decline": () => reason,
  "[shop]/returns/[number]/actions.ts#override": () => ({ resolution: "original_payment", ...reason }),
  "[shop]/returns/[number]/actions.ts#settle": (names) => ({
    legId: names["returns/leg"],
    exit: "do_not_pay",
    ...reason,
  }),
  "[shop]/returns/[number]/actions.ts#note": () => ({ text: "Attacked" }),
  "[shop]/returns/[number]/actions.ts#goOn": () => reason,
  "[shop]/returns/[number]/goods-actions.ts#track": () => ({ tracking: "1Z" }),
  "[shop]/returns/[number]/goods-actions.ts#inspect": (names) => ({
    [`received.${names["returns/line"]}`]: "1",
    [`disposition.${names["returns/line"]}`]: "NOT_RESTOCKED",
  }),
  "[shop]/returns/[number]/message-actions.ts#sendMessage": () => ({ text: "Attacked" }),
  "[shop]/returns/[number]/reversal/actions.ts#takeBack": (names) => ({
    ...reason,
    amount: "1.00",
    currency: "USD",
    [`units.${names["returns/line"]}`]: "1",
  }),
  "[shop]/returns/[number]/reversal/actions.ts#payBack": () => reason,
  "[shop]/returns/bulk/actions.ts#start": (names) => ({
    act: "approve_and_issue",
    chosen: `${names["returns/number"]} ${names["returns/quote"]}`,
  }),
  "[shop]/returns/new/actions.ts#find": () => ({ order: "#1001" }),
  "[shop]/returns/new/actions.ts#create": () => ({ offer: "store_credit x" }),
  "[shop]/returns/view-actions.ts#saveThisView": () => ({ name: "Attacked", forEverybody: "yes" }),
  "[shop]/settings/api/actions.ts#create": () => ({ name: "Attacked", "scope:returns:read": "on" }),
  "[shop]/settings/emails/actions.ts#saveReplyTo": () => ({ replyTo: "eve@attack.example" }),
  "[shop]/settings/limits/actions.ts#save": () => ({ "USD.perReturn": "99999" }),
  "[shop]/settings/limits/actions.ts#pause": () => reason,
  "[shop]/settings/portal-address/actions.ts#claim": () => ({ domain: "returns.attack.example" }),
  "[shop]/settings/portal-address/actions.ts#saveIdentity": () => ({ proof: "email" }),
  "[shop]/settings/portal-address/actions.ts#makeLink": () => ({ order: "#1001", contact: "" }),
  "[shop]/settings/team/actions.ts#letIn": team,
  "[shop]/settings/team/actions.ts#changeCeiling": () => ({ role: "manager" }),
  "[shop]/settings/webhooks/actions.ts#add": () => ({
    url: "https://attack.example.com/kept",
    "topic:credit.issued": "on",
  }),
  "ui/team/actions.ts#invite": team,
  "ui/team/actions.ts#giveRole": () => ({ role: "owner" }),
  "access/[token]/actions.ts#acceptFor": () => ({ agencyName: "Attackers" }),
  "invitation/[token]/actions.ts#accept": () => ({ name: "Eve" }),
  "sign-in/actions.ts#askForLink": () => ({ email: "eve@attack.example" }),
  "shops/account/actions.ts#rename": () => ({ name: "Eve" }),
  "connect/actions.ts#join": (names) => ({ organization: names.organization }),
  "connect/actions.ts#signUp": () => ({ name: "Eve", organization: "Eve", email: "eve@attack.example" }),
};
