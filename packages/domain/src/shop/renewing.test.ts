import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { sql, tables } from "@kept/database";
import { grantedScopes, requiredScopes } from "@kept/shopify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type TestWorld } from "../testing/index.ts";
import { keepInstallation } from "./installation.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openWorld({ orders: [] });
});
afterAll(() => world.close());

/** The token is dead, and nothing but the refresh token opens the shop. */
async function tokenDies(): Promise<void> {
  const given = await world.standIn.install(world.domain, requiredScopes, { expiring: true });
  await world.owner.inShop((tx) =>
    keepInstallation(world.tools, tx, world.owner.shop.id, { ...given, expiresAt: new Date(0) }),
  );
}

/** Processes that have everything open and wait for `go`. */
function processes(count: number, how: { calls: number; die?: string }) {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const given = {
        databaseUrl: world.tools.settings.databaseUrl,
        baseUrl: world.tools.settings.shopify.baseUrl,
        shopId: world.owner.shop.id,
        ...how,
      };
      const program = join(import.meta.dirname, "renewing.fixture.ts");
      const child = spawn(process.execPath, [program, JSON.stringify(given)], {
        stdio: ["pipe", "pipe", "inherit"],
      });
      const said = lines(child);
      expect(await said()).toBe("ready");
      return { go: () => child.stdin.write("go\n"), said, ended: once(child, "exit") };
    }),
  );
}

/** What a process says, a line at a time; null once it is gone. */
function lines(child: ChildProcess): () => Promise<string | null> {
  const said: AsyncIterator<Buffer> | undefined = child.stdout?.[Symbol.asyncIterator]();
  let rest = "";
  return async () => {
    while (!rest.includes("\n")) {
      const next = await said?.next();
      if (!next || next.done) return null;
      rest += next.value.toString();
    }
    const line = rest.slice(0, rest.indexOf("\n"));
    rest = rest.slice(line.length + 1);
    return line;
  };
}

test("two hundred calls on a dead token, from four processes at once, renew it once", async () => {
  await tokenDies();
  const four = await processes(4, { calls: 50 });
  for (const { go } of four) go();
  const tallies = await Promise.all(four.map(async ({ said }) => JSON.parse((await said()) ?? "{}")));
  expect(tallies.map(({ answered }) => answered)).toEqual([50, 50, 50, 50]);
  expect(tallies.reduce((sum, { renewals }) => sum + renewals, 0)).toBe(1);
});

test.each(["before_asking", "before_writing"])(
  "a process that is killed %s leaves a token that is renewed once its lease has run out",
  async (die) => {
    await tokenDies();
    const [doomed] = await processes(1, { calls: 1, die });
    doomed?.go();
    expect(await doomed?.ended).toEqual([null, "SIGKILL"]);
    const { installations } = tables;
    const lease = () =>
      world.owner.inShop((tx) => tx.select({ until: installations.renewalLeaseUntil }).from(installations));
    expect((await lease())[0]?.until).not.toBeNull();
    await world.owner.inShop((tx) =>
      tx.update(installations).set({ renewalLeaseUntil: sql`clock_timestamp()` }),
    );
    expect(await grantedScopes(await world.owner.admin())).toContain("read_orders");
    expect((await lease())[0]?.until).toBeNull();
  },
);
