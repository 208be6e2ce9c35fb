import { afterEach, describe, expect, test } from "vitest";
import { creditAccount } from "../credit/credit-account.ts";
import { usd } from "../testing/amounts.ts";
import { type RawRequest, type RawShop, rawShop, respond } from "../testing/raw-shop.ts";
import type { Admin } from "./admin.ts";
import { openAdmin } from "./admin.ts";

const credit = {
  customerId: "gid://shopify/Customer/1",
  amount: usd(600n),
  expiresAt: new Date("2027-11-24T12:00:07Z"),
};

const confirmed = {
  data: {
    storeCreditAccountCredit: {
      storeCreditAccountTransaction: {
        id: "gid://shopify/StoreCreditAccountCreditTransaction/9",
        createdAt: "2026-11-24T10:00:00Z",
        expiresAt: "2027-11-24T12:00:07Z",
        event: "ADJUSTMENT",
        amount: { amount: "6.0", currencyCode: "USD" },
        balanceAfterTransaction: { amount: "66.0", currencyCode: "USD" },
        account: { id: "gid://shopify/StoreCreditAccount/4821" },
      },
      userErrors: [],
    },
  },
};

const shops: RawShop[] = [];
afterEach(async () => {
  await Promise.all(shops.splice(0).map((shop) => shop.close()));
});

/** Whoever is to wait in vain waits a second; whoever is to be answered waits as long as a busy machine takes. */
async function shopThat(
  behave: Parameters<typeof rawShop>[0],
  sendMs?: number,
): Promise<{ shop: RawShop; admin: Admin }> {
  const shop = await rawShop(behave);
  shops.push(shop);
  return { shop, admin: adminAt(shop.url, sendMs) };
}

function adminAt(url: string, sendMs = 30_000): Admin {
  const patience = { connectMs: 10_000, sendMs };
  return openAdmin(url, "2026-10", { shop: "bloom.myshopify.com", accessToken: "shpat_x", patience });
}

describe("a credit is sent exactly once, whatever happens on the way", () => {
  test("it goes out in one piece, on a connection of its own that is closed behind it", async () => {
    const { shop, admin } = await shopThat((socket) => respond(socket, 200, confirmed));
    expect((await creditAccount(admin, credit)).kind).toBe("done");
    expect((await creditAccount(admin, credit)).kind).toBe("done");
    expect(shop.requests.map((request: RawRequest) => request.connection)).toEqual([1, 2]);
    expect(shop.pieces()).toBe(1);
    expect(shop.requests[0]?.head).toMatch(/connection: close/i);
    expect(shop.requests[0]?.head).toContain("POST /admin/api/2026-10/graphql.json HTTP/1.1");
    expect(shop.requests[0]?.head).toMatch(/x-shopify-access-token: shpat_x/i);
  });

  test("a connection that is reset after the request is not tried again, and leaves the matter open", async () => {
    const { shop, admin } = await shopThat((socket) => socket.resetAndDestroy());
    expect(await creditAccount(admin, credit)).toMatchObject({ kind: "unknown", reason: "connection_lost" });
    expect(shop.requests).toHaveLength(1);
    expect(shop.connections()).toBe(1);
  });

  test("a connection that ends without an answer leaves the matter open", async () => {
    const { shop, admin } = await shopThat((socket) => socket.end());
    expect(await creditAccount(admin, credit)).toMatchObject({ kind: "unknown", reason: "connection_lost" });
    expect(shop.connections()).toBe(1);
  });

  test("silence leaves the matter open, and nothing more is sent", async () => {
    const { shop, admin } = await shopThat(() => {}, 1_000);
    expect(await creditAccount(admin, credit)).toEqual({ kind: "unknown", reason: "timeout" });
    expect(shop.requests).toHaveLength(1);
  });

  test("an answer that trickles in past the time-out leaves the matter open", async () => {
    const { admin } = await shopThat((socket) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{");
    }, 1_000);
    expect(await creditAccount(admin, credit)).toEqual({ kind: "unknown", reason: "timeout" });
  });

  test("a redirect is not followed: the credit must not go anywhere else", async () => {
    const { shop, admin } = await shopThat((socket) => respond(socket, 307, "", { location: "/elsewhere" }));
    expect(await creditAccount(admin, credit)).toMatchObject({
      kind: "unknown",
      reason: "unexpected_status",
      detail: "307",
    });
    expect(shop.requests).toHaveLength(1);
  });

  test("where nobody listens nothing was executed", async () => {
    const { shop, admin } = await shopThat(() => {});
    await Promise.all(shops.splice(0).map((each) => each.close()));
    expect(await creditAccount(admin, credit)).toEqual({ kind: "not_executed", reason: "unreachable" });
    expect(shop.requests).toHaveLength(0);
  });

  test("a host that does not exist was not asked anything", async () => {
    const admin = adminAt("http://nobody.invalid");
    expect(await creditAccount(admin, credit)).toEqual({ kind: "not_executed", reason: "unreachable" });
  });

  test("a decision that has gone stale does not leave the machine, not even as a connection", async () => {
    const { shop, admin } = await shopThat((socket) => respond(socket, 200, confirmed));
    const answer = await creditAccount(admin, credit, { notAfter: performance.now() - 1 });
    expect(answer).toEqual({ kind: "not_executed", reason: "too_late" });
    expect(shop.connections()).toBe(0);
  });
});

describe("what an answer proves", () => {
  const throttled = { errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }] };
  const cost = {
    cost: {
      requestedQueryCost: 18,
      actualQueryCost: null,
      throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 8, restoreRate: 100 },
    },
  };

  test("throttled: not executed, and Shopify says when the points are back", async () => {
    const { admin } = await shopThat((socket) => respond(socket, 200, { ...throttled, extensions: cost }));
    expect(await creditAccount(admin, credit)).toEqual({
      kind: "not_executed",
      reason: "throttled",
      requestId: "req-1",
      retryAfterMs: 100,
    });
    expect(admin.throttle()).toMatchObject({ currentlyAvailable: 8, restoreRate: 100, requestedCost: 18 });
  });

  test("throttled, but with data: open, because something ran", async () => {
    const { admin } = await shopThat((socket) => respond(socket, 200, { ...throttled, ...confirmed }));
    expect(await creditAccount(admin, credit)).toMatchObject({ kind: "unknown", reason: "errors" });
  });

  test.each([
    [401, "unauthorized"],
    [402, "payment_required"],
    [403, "forbidden"],
    [404, "not_found"],
    [423, "locked"],
    [429, "throttled"],
  ] as const)("status %d: turned away at the door (%s), not executed", async (status, reason) => {
    const { admin } = await shopThat((socket) => respond(socket, status, "no", { "retry-after": "2.0" }));
    expect(await creditAccount(admin, credit)).toEqual({
      kind: "not_executed",
      reason,
      requestId: "req-1",
      retryAfterMs: 2000,
    });
  });

  test.each([500, 502, 503, 504])("status %d: open, it may have been executed before", async (status) => {
    const { shop, admin } = await shopThat((socket) => respond(socket, status, "<html>"));
    expect(await creditAccount(admin, credit)).toMatchObject({ kind: "unknown", reason: "server_error" });
    expect(shop.requests).toHaveLength(1);
  });

  test.each([400, 406, 422, 430])(
    "status %d, which nobody has promised anything about: open",
    async (status) => {
      const { admin } = await shopThat((socket) => respond(socket, status, "{}"));
      expect(await creditAccount(admin, credit)).toMatchObject({
        kind: "unknown",
        reason: "unexpected_status",
      });
    },
  );

  test("half an answer, with the right length: open", async () => {
    const { admin } = await shopThat((socket) =>
      respond(socket, 200, JSON.stringify(confirmed).slice(0, 90)),
    );
    expect(await creditAccount(admin, credit)).toMatchObject({ kind: "unknown", reason: "unreadable" });
  });

  test("half an answer, then the connection ends: open", async () => {
    const { admin } = await shopThat((socket) => {
      respond(socket, 200, JSON.stringify(confirmed).slice(0, 90), { "content-length": "900" });
      socket.end();
    });
    expect(await creditAccount(admin, credit)).toMatchObject({ kind: "unknown", reason: "connection_lost" });
  });

  test.each(["", "null", "[]", "{}", '{"data":null}', "<html>maintenance</html>"])(
    "an answer that says nothing, %j: open",
    async (body) => {
      const { admin } = await shopThat((socket) => respond(socket, 200, body));
      expect(await creditAccount(admin, credit)).toMatchObject({ kind: "unknown" });
    },
  );

  test.each([
    ["INTERNAL_SERVER_ERROR", "server_error"],
    ["ACCESS_DENIED", "access_denied"],
    ["SOMETHING_NEW", "errors"],
  ])("a top-level %s: open", async (code, reason) => {
    const { admin } = await shopThat((socket) =>
      respond(socket, 200, { data: null, errors: [{ message: "no", extensions: { code } }] }),
    );
    expect(await creditAccount(admin, credit)).toMatchObject({ kind: "unknown", reason, detail: code });
  });
});
