import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { AttackWorld } from "./world.ts";

/** Somebody with a browser. */
export interface Visitor {
  readonly name: string;
  readonly cookie: string;
}

export const anonymous: Visitor = { name: "anonymous", cookie: "" };

/** A session of a person, as signing in makes it. */
export async function visitor(
  { sql }: Pick<AttackWorld, "sql">,
  name: string,
  email: string,
  expires = "1 day",
): Promise<Visitor> {
  const token = randomBytes(32).toString("base64url");
  await sql`insert into sessions (token, user_id, expires_at)
    select ${hashOf(token)}, id, now() + ${expires}::interval from users where email = ${email}`;
  return { name, cookie: `kept-session=${token}` };
}

/** Who is nobody: without a session, with one that was made up, that is over, that was signed out. */
export async function strangers(world: AttackWorld): Promise<Visitor[]> {
  const { sql } = world;
  const signedOut = await visitor(world, "signed out", "owner@bloom.example");
  await sql`delete from sessions where token = ${hashOf(signedOut.cookie.split("=")[1] ?? "")}`;
  return [
    anonymous,
    { name: "forged session", cookie: `kept-session=${randomUUID()}` },
    await visitor(world, "expired session", "owner@bloom.example", "-1 minute"),
    signedOut,
  ];
}

/** Who is somebody, and not in Bloom: each for another reason. */
export async function outsiders(world: AttackWorld): Promise<Visitor[]> {
  const { sql } = world;
  const run = randomUUID().slice(0, 8);
  const studio = `Studio ${run}`;
  const left = `Left ${run}`;
  await organization(world, studio, "agency");
  await organization(world, left, "agency");
  await join(world, `nogrant-${run}@attack.example`, studio, "owner");
  await join(world, `revoked-${run}@attack.example`, left, "owner");
  await sql`insert into shop_grants (shop_id, organization_id, role, revoked_at, revoked_by)
    select s.id, o.id, 'manager', now(), 'Attack' from shops s, organizations o where s.handle = 'bloom' and o.name = ${left}`;
  const removed = `removed-${run}@attack.example`;
  await join(world, removed, "Bloom & Thread", "owner");
  await sql`delete from members where user_id = (select id from users where email = ${removed})`;
  return [
    await visitor(world, "owner of another shop", "owner@fjord.example"),
    await visitor(world, "agency without the shop", `nogrant-${run}@attack.example`),
    await visitor(world, "agency that was sent away", `revoked-${run}@attack.example`),
    await visitor(world, "removed member", removed),
  ];
}

export type Role = "owner" | "manager" | "agent" | "finance" | "viewer";

/** Somebody in the shop: of its own people, or of an agency that was let in with this role at most. */
export interface Insider extends Visitor {
  readonly role: Role;
  readonly guest: boolean;
}

/** Who is in Bloom and may not do everything: members of each role, and owners of agencies that were let in as each. */
export async function insiders(world: AttackWorld): Promise<Insider[]> {
  const { sql } = world;
  const run = randomUUID().slice(0, 8);
  const all: Insider[] = [];
  for (const role of ["manager", "agent", "finance", "viewer"] as const) {
    const email = `${role}-${run}@attack.example`;
    await join(world, email, "Bloom & Thread", role);
    all.push({ ...(await visitor(world, role, email)), role, guest: false });
    const agency = `Guests as ${role} ${run}`;
    const guest = `guest-${role}-${run}@attack.example`;
    await organization(world, agency, "agency");
    await join(world, guest, agency, "owner");
    await sql`insert into shop_grants (shop_id, organization_id, role)
      select s.id, o.id, ${role} from shops s, organizations o where s.handle = 'bloom' and o.name = ${agency}`;
    all.push({ ...(await visitor(world, `agency let in as ${role}`, guest)), role, guest: true });
  }
  return all;
}

async function organization({ sql }: AttackWorld, name: string, kind: string): Promise<void> {
  await sql`insert into organizations (name, kind) values (${name}, ${kind})`;
}

async function join({ sql }: AttackWorld, email: string, organization: string, role: string): Promise<void> {
  await sql`insert into users (email, name) values (${email}, 'Attack') on conflict do nothing`;
  await sql`insert into members (organization_id, user_id, role)
    select o.id, u.id, ${role} from organizations o, users u where o.name = ${organization} and u.email = ${email}
    on conflict do nothing`;
}

export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
