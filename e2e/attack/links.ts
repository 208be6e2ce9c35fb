import { createHmac } from "node:crypto";
import { at } from "../world/env.ts";
import { bloom, fjord } from "../world/shops.ts";
import { Walker } from "../world/walker.ts";
import { redSquare } from "./files.ts";
import { type Guest, guestAt, sendReturn } from "./guest.ts";
import { type Answered, ask, formOf } from "./raw.ts";

/**
 * G10, the portal's part. What opens one customer's return opens nothing else: edited, run out, of another purpose,
 * with another draft, at another shop. What is foreign and what is not there have the same answer.
 */
export async function links() {
  const [ada, eve, elsewhere] = [await guestAt(bloom), await guestAt(bloom), await guestAt(fjord)];
  const tries = [
    ...(await drafts(ada, eve, elsewhere)),
    ...(await photos(ada, elsewhere)),
    ...(await privatePages(await sendReturn(ada))),
    ...(await lookups()),
    ...(await accounts()),
  ];
  const opened = tries.filter(({ held }) => !held).map(({ name }) => name);
  // The guard against a test that cannot fail: their own browser does get in.
  const own = (await ask(`${eve.draft}/items`, { headers: { cookie: eve.pass } })).status === 200;
  return { tried: tries.length, opened, own, ok: opened.length === 0 && own && tries.length > 60 };
}

interface Tried {
  readonly name: string;
  readonly held: boolean;
}

/** Somebody else's draft with every pass there is but its own, at every page and form of it. */
async function drafts(ada: Guest, eve: Guest, elsewhere: Guest): Promise<Tried[]> {
  const [head = "", body = "", signature = ""] = ada.pass.slice("kept_draft=".length).split(".");
  const facts = JSON.parse(Buffer.from(body, "base64url").toString());
  const passes: Record<string, string> = {
    "no pass": "",
    "another draft's pass": eve.pass,
    "another shop's pass": elsewhere.pass,
    "a pass with another signature": `kept_draft=${head}.${body}.${flip(signature)}`,
    "a pass without a signature": `kept_draft=${encoded({ alg: "none" })}.${body}.`,
    "another draft's pass, edited": `kept_draft=${eve.pass.slice(11).split(".")[0]}.${body}.${eve.pass.split(".")[2]}`,
    "a pass for longer": `kept_draft=${head}.${encoded({ ...facts, exp: facts.exp + 86_400 })}.${signature}`,
    "a pass signed by guessing": `kept_draft=${signed({ ...facts }, "secret")}`,
    "a pass that has run out": `kept_draft=${signed({ ...facts, exp: 1 })}`,
    "a pass of another purpose": `kept_draft=${signed({ ...facts, aud: "kept-photo" })}`,
    "a pass for the same key elsewhere": `kept_draft=${signed({ ...facts, shop: crypto.randomUUID() })}`,
  };
  const absent = `/bloom/return/${"x".repeat(22)}`;
  const tried: Tried[] = [];
  for (const [name, cookie] of Object.entries(passes)) {
    for (const step of ["items", "refund", "review"]) {
      const answer = await ask(`${ada.draft}/${step}`, { headers: { cookie } });
      const nothing = await ask(`${absent}/${step}`, { headers: { cookie } });
      tried.push({
        name: `${name}: ${step}`,
        held: answer.status === 410 && same(answer, nothing) && !tells(answer, ada),
      });
    }
    const price = await formOf([[`chosen.${ada.item}`, "on"]]);
    const asked = await ask(`${ada.draft}/price`, {
      method: "POST",
      ...price,
      headers: { ...price.headers, cookie },
    });
    tried.push({ name: `${name}: price`, held: asked.status === 404 && asked.body.toString() === "[]" });
    const sent = await formOf([
      ...ada.form.fields,
      [`chosen.${ada.item}`, "on"],
      [`reason.${ada.item}`, "damaged"],
    ]);
    const posted = await ask(`${ada.draft}/items`, {
      method: "POST",
      ...sent,
      headers: { ...sent.headers, cookie },
    });
    tried.push({
      name: `${name}: form`,
      held: !/refund$/.test(posted.headers.location ?? "") && posted.status < 500,
    });
  }
  // The same key at the other shop, with the true pass.
  const crossed = await ask(ada.draft.replace("/bloom/", "/fjord/").concat("/items"), {
    headers: { cookie: ada.pass },
  });
  tried.push({ name: "its own pass at another shop", held: crossed.status === 410 && !tells(crossed, ada) });
  // What a form names in its hidden fields is somebody else's.
  const edited = eve.form.fields.map(([name, value]) => [name, value.replaceAll(eve.key, ada.key)] as const);
  const foreign = await formOf([...edited, [`chosen.${ada.item}`, "on"], [`reason.${ada.item}`, "damaged"]]);
  const acted = await ask(`${eve.draft}/items`, {
    method: "POST",
    ...foreign,
    headers: { ...foreign.headers, cookie: eve.pass },
  });
  tried.push({
    name: "a form with another draft in it",
    held: !(acted.headers.location ?? "").includes("refund") && acted.status < 500,
  });
  const otherShop = eve.form.fields.map(
    ([name, value]) => [name, value.replaceAll('"bloom"', '"fjord"')] as const,
  );
  const wandering = await formOf([
    ...otherShop,
    [`chosen.${eve.item}`, "on"],
    [`reason.${eve.item}`, "damaged"],
  ]);
  const wandered = await ask(`${eve.draft}/items`, {
    method: "POST",
    ...wandering,
    headers: { ...wandering.headers, cookie: eve.pass },
  });
  tried.push({
    name: "a form with another shop in it",
    held: !(wandered.headers.location ?? "").includes("refund") && wandered.status < 500,
  });
  return tried;
}

/** A photo's address: of this shop, as we signed it, for five minutes. */
async function photos(ada: Guest, elsewhere: Guest): Promise<Tried[]> {
  const photo = new File([new Uint8Array(redSquare)], "shirt.png", { type: "image/png" });
  const upload = await formOf([
    ...ada.form.fields,
    [`photo.${ada.item}`, photo],
    [`chosen.${ada.item}`, "on"],
    ["upload", "1"],
  ]);
  await ask(`${ada.draft}/items`, {
    method: "POST",
    ...upload,
    headers: { ...upload.headers, cookie: ada.pass },
  });
  const page = (await ask(`${ada.draft}/items`, { headers: { cookie: ada.pass } })).body.toString();
  const address = /src="(\/bloom\/photo\/[^"]+)"/.exec(page)?.[1] ?? "";
  const token = address.split("/").at(-1) ?? "";
  const [head = "", body = "", signature = ""] = token.split(".");
  const facts = JSON.parse(Buffer.from(body, "base64url").toString() || "{}");
  const absent = await ask(`/bloom/photo/${"x".repeat(token.length)}`);
  const addresses: Record<string, string> = {
    "at another shop": `/fjord/photo/${token}`,
    "with another signature": `/bloom/photo/${head}.${body}.${flip(signature)}`,
    "without a signature": `/bloom/photo/${encoded({ alg: "none" })}.${body}.`,
    "run out": `/bloom/photo/${signed({ ...facts, exp: 1 })}`,
    "of another purpose": `/bloom/photo/${signed({ ...facts, aud: "kept-return-draft" })}`,
    "of another shop, signed": `/bloom/photo/${signed({ ...facts, shop: crypto.randomUUID() })}`,
    "of another photo": `/bloom/photo/${signed({ ...facts, sub: crypto.randomUUID() })}`,
    "of a path": `/bloom/photo/${signed({ ...facts, sub: "../../../etc/passwd" })}`,
    "a draft's pass": `/bloom/photo/${elsewhere.pass.slice(11)}`,
  };
  const tried: Tried[] = [];
  const shown = await ask(address);
  tried.push({
    name: "photo: a good address shows it",
    held: shown.status === 200 && shown.headers["content-type"] === "image/webp",
  });
  for (const [name, path] of Object.entries(addresses)) {
    const answer = await ask(path);
    tried.push({ name: `photo ${name}`, held: answer.status === 404 && same(answer, absent) });
  }
  return tried;
}

/** A return's page is where its 16 bytes say it is, at its own shop, and nowhere near. */
async function privatePages(status: string): Promise<Tried[]> {
  const key = status.split("/").at(-1) ?? "";
  const absent = await ask(`/bloom/r/${"x".repeat(22)}`);
  const near = [
    status.replace("/bloom/", "/fjord/"),
    `/bloom/r/${flip(key)}`,
    `/bloom/r/${key.slice(0, -1)}`,
    `/bloom/r/${key}A`,
    `/bloom/r/${key.toUpperCase()}`,
    "/bloom/r/R-1001",
    "/bloom/r/1001",
  ];
  const tried = [];
  for (const path of near) {
    const answer = await ask(path);
    const plain = (each: Answered) => shape(each).replaceAll("fjord", "bloom");
    const elsewhere = path.startsWith("/fjord/");
    tried.push({
      name: `private page ${path.replace(key, "KEY")}`,
      held: answer.status === 404 && (elsewhere || plain(answer) === plain(absent)),
    });
  }
  return tried;
}

/** A lookup belongs to the browser and the shop that asked. */
async function lookups(): Promise<Tried[]> {
  const walker = new Walker(at.portal, { "x-forwarded-for": "192.0.2.9" });
  await walker.go("/bloom?lang=en");
  await walker.send('name="order"', { order: "#99998", contact: "nobody@example.com" });
  const key = /kept_lookup=([\w-]{22})/.exec(walker.cookiesFor(new URL("/bloom/code", at.portal)))?.[1] ?? "";
  const gone = async (path: string, value: string) =>
    (await ask(path, { headers: { cookie: `kept_lookup=${value}` } })).status === 410;
  return [
    { name: "lookup at another shop", held: await gone("/fjord/code", key) },
    { name: "lookup, edited", held: await gone("/bloom/code", flip(key)) },
    { name: "lookup with words in it", held: await gone("/bloom/code", "' or 1=1 --") },
    { name: "lookup: its own browser", held: !(await gone("/bloom/code", key)) },
  ];
}

/** Who signed in at one shop is nobody at another; and what comes back from signing in is believed once, for its own state. */
async function accounts(): Promise<Tried[]> {
  const walker = new Walker(at.portal);
  await walker.go("/fjord/sign-in");
  const login = new URL(walker.url);
  login.searchParams.set("email", "lena@example.com");
  await walker.go(login.pathname + login.search);
  const cookie = walker.cookiesFor(new URL("/fjord/orders", at.portal));
  const orders = async (path: string, with_: string) => ask(path, { headers: { cookie: with_ } });
  const turnedAway = ({ status, headers }: Answered) =>
    status === 307 || status === 303 || headers.location !== undefined;
  const back = await ask("/callback?code=x&state=y", { headers: { cookie } });
  return [
    {
      name: "account: her own shop",
      held: (await orders("/fjord/orders", cookie)).body.toString().includes("#2001"),
    },
    { name: "account at another shop", held: turnedAway(await orders("/kumo/orders", cookie)) },
    {
      name: "account, edited",
      held: turnedAway(
        await orders("/fjord/orders", cookie.replace(/kept_customer=(.{40})./, "kept_customer=$1A")),
      ),
    },
    { name: "account of nobody", held: turnedAway(await orders("/fjord/orders", "kept_customer=x")) },
    {
      name: "a way back that nobody began",
      held: turnedAway(back) && !/orders/.test(back.headers.location ?? ""),
    },
  ];
}

/** A token as ours would be, signed with the key that every local installation has, or with another. */
function signed(facts: object, key: string | Buffer = Buffer.alloc(32, 0x4c)): string {
  const text = `${encoded({ alg: "HS256" })}.${encoded(facts)}`;
  return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function flip(text: string): string {
  const at = Math.floor(text.length / 2);
  return `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
}

function same(one: Answered, other: Answered): boolean {
  return shape(one) === shape(other);
}

function shape({ status, headers, body }: Answered): string {
  const text = body
    .toString()
    .replaceAll(/nonce="[^"]*"/g, "")
    .replaceAll(/\/return\/[\w-]{22}/g, "/return/KEY");
  return `${status} ${headers["content-type"]} ${text}`;
}

function tells({ body }: Answered, { order, email }: Guest): boolean {
  const text = body.toString();
  return text.includes(order) || text.includes(email) || text.includes("Linen shirt");
}
