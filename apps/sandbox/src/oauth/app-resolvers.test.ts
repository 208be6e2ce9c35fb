import { expect, test } from "vitest";
import { openShop } from "../testing/stand-in.ts";

test("an app is found by its key, and by its name as it stands in an address", async () => {
  const bloom = openShop();
  const { appByHandle, appByKey, currentAppInstallation } = await bloom.data(
    `{ appByHandle(handle: "kept") { apiKey title } appByKey(apiKey: "kept-local") { handle } currentAppInstallation { launchUrl } }`,
  );
  expect(appByHandle).toEqual({ apiKey: "kept-local", title: "Kept" });
  expect(appByKey).toEqual({ handle: "kept" });
  expect(currentAppInstallation.launchUrl).toBe(`https://${bloom.domain}/admin/apps/kept`);
});
