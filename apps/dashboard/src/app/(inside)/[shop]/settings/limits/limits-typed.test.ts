import { expect, test } from "vitest";
import { limitsIn, wrongFields } from "./limits-typed.ts";

test("fields become limits by currency; empty ones are none", () => {
  const typed = {
    "USD.perReturn": "500",
    "USD.perShopDay": " ",
    new: "eur",
    "new.secondPersonAbove": "99,5",
  };
  expect(limitsIn(typed)).toEqual({ USD: { perReturn: "500" }, EUR: { secondPersonAbove: "99.5" } });
});

test("what is wrong stands beside its field, also in the block for another currency", () => {
  const typed = { "USD.perReturn": "x", new: "eur", "new.perReturn": "y" };
  const wrong = wrongFields(
    [
      { currency: "USD", limit: "perReturn" },
      { currency: "EUR", limit: "perReturn" },
    ],
    typed,
  );
  expect(Object.keys(wrong)).toEqual(["USD.perReturn", "new.perReturn"]);
  const unknown = wrongFields([{ currency: "ZZZ", limit: null }], { new: "zzz", "new.perReturn": "5" });
  expect(Object.keys(unknown)).toEqual(["new"]);
});
