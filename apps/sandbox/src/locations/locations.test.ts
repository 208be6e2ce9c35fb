import { expect, test } from "vitest";
import { openShop } from "../testing/stand-in.ts";

const deactivate = (directive: string) =>
  `mutation($id: ID!) { locationDeactivate(locationId: $id) ${directive} { location { isActive deletable } locationDeactivateUserErrors { code } } }`;

test("the idempotency directive is demanded from 2026-04 on, and not before", async () => {
  const bloom = openShop();
  const id = `gid://shopify/Location/${bloom.shop.locations.all()[0]?.id}`;
  expect(
    (await bloom.data(deactivate(`@idempotent(key: "k")`), { id }, "2026-04")).locationDeactivate.location,
  ).toEqual({ isActive: false, deletable: true });
  const missing = await bloom.ask(deactivate(""), { id }, "2026-04");
  expect(missing).toMatchObject({
    data: { locationDeactivate: null },
    errors: [
      {
        message: "The @idempotent directive is required for this mutation but was not provided.",
        extensions: { code: "BAD_REQUEST" },
        path: ["locationDeactivate"],
      },
    ],
  });
  expect((await bloom.data(deactivate(""), { id }, "2026-01")).locationDeactivate.location.isActive).toBe(
    false,
  );
});
