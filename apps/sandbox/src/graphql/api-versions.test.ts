import { expect, test } from "vitest";
import { openShop } from "../testing/stand-in.ts";
import { apiVersionOn } from "./api-versions.ts";

test("a year's versions are supported, the next is a candidate", async () => {
  const bloom = openShop();
  bloom.world.setClock({ offsetMs: 0, stoppedAt: "2026-06-30T13:35:15Z" });
  const { publicApiVersions } = await bloom.data(`{ publicApiVersions { handle displayName supported } }`);
  expect(publicApiVersions).toEqual([
    { handle: "2025-07", displayName: "2025-07", supported: true },
    { handle: "2025-10", displayName: "2025-10", supported: true },
    { handle: "2026-01", displayName: "2026-01", supported: true },
    { handle: "2026-04", displayName: "2026-04 (Latest)", supported: true },
    { handle: "2026-07", displayName: "2026-07 (Release candidate)", supported: false },
    { handle: "unstable", displayName: "unstable", supported: false },
  ]);
  expect(apiVersionOn(new Date("2026-07-15"), "2025-07")).toEqual({
    handle: "2025-07",
    displayName: "2025-07 (Unsupported)",
    supported: false,
  });
});

test("a subscription has the version its app is set to, or the one it was asked for with", async () => {
  const bloom = openShop();
  bloom.world.setClock({ offsetMs: 0, stoppedAt: "2026-06-30T13:35:15Z" });
  const subscribe = async (uri: string) =>
    (
      await bloom.data(
        `mutation($input: WebhookSubscriptionInput!) { webhookSubscriptionCreate(topic: SHOP_UPDATE, webhookSubscription: $input) { webhookSubscription { apiVersion { displayName } } } }`,
        { input: { uri } },
        "2026-04",
      )
    ).webhookSubscriptionCreate.webhookSubscription.apiVersion.displayName;
  expect(await subscribe("https://example.com/one")).toBe("2026-04 (Latest)");
  for (const installation of bloom.shop.installations.all()) installation.webhookVersion = "2026-07";
  expect(await subscribe("https://example.com/two")).toBe("2026-07 (Release candidate)");
});
