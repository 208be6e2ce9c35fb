import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { call, callAction, sameTo } from "../call.ts";
import { actionIds, type Door, dashboardDoors } from "../doors.ts";
import { type AttackWorld, shopState, type Visitor, visitor } from "../world.ts";

const target = "bloom";
/** As long as the real one, so that lengths tell nothing either. */
const absent = "blown";

/**
 * Every page, route and action of the dashboard × everybody who is not to get in there × looking and acting: nothing
 * is allowed, and what is foreign answers like what is not there. The doors are found in the source; the shop's rows
 * are compared before and after.
 */
export async function matrix(world: AttackWorld) {
  const foreigners = await everybody(world);
  const doors = dashboardDoors();
  const ids = actionIds();
  const wrong: string[] = [];
  let tried = 0;
  const before = await settledState(world);
  for (const foreigner of foreigners) {
    for (const door of doors) {
      for (const attempt of attemptsAt(world, door, foreigner, ids)) {
        tried += 1;
        const [foreign, nothing] = await Promise.all([attempt(target), attempt(absent)]);
        const name = door.kind === "action" ? `${door.file}#${door.name}` : door.path;
        const allowed = foreign.status < 300 && door.kind !== "action" && isInShop(door);
        if (foreign.status >= 500) wrong.push(`${foreigner.name} ${name}: ${foreign.status}`);
        else if (allowed) wrong.push(`${foreigner.name} ${name}: let in`);
        else if (!sameTo(foreign, nothing, [target, absent]))
          wrong.push(`${foreigner.name} ${name}: tells apart`);
      }
    }
  }
  const changed = difference(before, await shopState(world, target));
  const uncalled = doors.filter(
    (door) => door.kind === "action" && !ids.has(`${door.file}#${door.name}`),
  ).length;
  return {
    doors: doors.length,
    foreigners: foreigners.length,
    tried,
    uncalled,
    changed,
    wrong: wrong.slice(0, 40),
    ok: wrong.length === 0 && changed.length === 0 && tried > 0,
  };
}

/** The shop's rows once the demo's own credits and letters have come to rest: what changes then was changed by us. */
async function settledState(world: AttackWorld): Promise<string> {
  let last = "";
  for (let same = 0, tries = 0; same < 3 && tries < 60; tries += 1) {
    const now = await shopState(world, target);
    same = now === last ? same + 1 : 0;
    last = now;
    await sleep(2_000);
  }
  return last;
}

/** Everybody who is not to get into Bloom: each for another reason. */
async function everybody(world: AttackWorld): Promise<Visitor[]> {
  const { sql } = world;
  const person = async (email: string, organization: string, role: string) => {
    await sql`insert into users (email, name) values (${email}, 'Attack') on conflict do nothing`;
    await sql`insert into members (organization_id, user_id, role)
      select o.id, u.id, ${role} from organizations o, users u where o.name = ${organization} and u.email = ${email}
      on conflict do nothing`;
  };
  await sql`insert into organizations (name, kind) values ('No Grants Studio', 'agency')`;
  await person("nogrant@attack.example", "No Grants Studio", "owner");
  await person("removed@attack.example", "Bloom & Thread", "owner");
  const removed = await visitor(world, "removed member", "removed@attack.example");
  await sql`delete from members where user_id = (select id from users where email = 'removed@attack.example')`;
  return [
    { name: "anonymous", cookie: "" },
    { name: "forged session", cookie: `kept-session=${randomUUID()}` },
    await visitor(world, "staff of another shop", "owner@fjord.example"),
    await visitor(world, "agency without the shop", "nogrant@attack.example"),
    removed,
    await visitor(world, "expired session", "owner@bloom.example", "-1 minute"),
  ];
}

type Attempt = (shop: string) => ReturnType<typeof call>;

function attemptsAt(
  { at }: AttackWorld,
  door: Door,
  foreigner: Visitor,
  ids: ReturnType<typeof actionIds>,
): Attempt[] {
  if (door.kind === "action") {
    const known = ids.get(`${door.file}#${door.name}`);
    if (!known || !door.takes.includes("shop")) return [];
    return [
      (shop) =>
        callAction(at.dashboard, pageOf(known.page, shop), foreigner, {
          id: known.id,
          values: door.takes.map((name) => valueFor(name, shop)),
        }),
    ];
  }
  if (!isInShop(door)) return [];
  const path = (shop: string) => fill(door.path, shop);
  if (door.kind === "page")
    return [
      (shop) => call(at.dashboard, path(shop), foreigner),
      (shop) => call(at.dashboard, path(shop), foreigner, { headers: { rsc: "1" } }),
    ];
  return door.methods.map(
    (method) => (shop) =>
      call(at.dashboard, path(shop), foreigner, { method, headers: { origin: at.dashboard } }),
  );
}

function isInShop(door: Exclude<Door, { kind: "action" }>): boolean {
  return door.path.includes("[shop]");
}

/** A page an action is called on; which one does not matter to it. */
function pageOf(page: string, shop: string): string {
  const path = page
    .replace(/^app/, "")
    .replace(/\/page$/, "")
    .replaceAll(/\/\([^)]*\)/g, "");
  return fill(path === "" ? "/" : path, shop);
}

export function fill(path: string, shop: string): string {
  return path
    .replaceAll("[shop]", shop)
    .replaceAll("[number]", "1001")
    .replaceAll("[kind]", "store_credit_issued")
    .replaceAll(/\[\.\.\.\w+\]/g, "x")
    .replaceAll(/\[\w+\]/g, nobody);
}

const nobody = "00000000-0000-7000-8000-000000000000";

/** What an attacker would send: plausible, so that only who asks can be what is refused. */
export function valueFor(name: string, shop: string): unknown {
  if (name === "shop") return shop;
  if (name === "number") return 1001;
  if (/^(_|state|before)$/.test(name)) return {};
  if (name === "form") return new Map(Object.entries(form));
  return nobody;
}

const form: Record<string, string> = {
  reason: "Because",
  text: "A note",
  name: "A name",
  email: "eve@attack.example",
  role: "manager",
  act: "issue",
  resolution: "store_credit",
  basedOn: "1",
  version: "1",
  id: nobody,
};

function difference(before: string, after: string): string[] {
  const old = new Set(before.split("\n"));
  return after.split("\n").flatMap((line) => (old.has(line) ? [] : [line.split(":")[0] ?? ""]));
}
