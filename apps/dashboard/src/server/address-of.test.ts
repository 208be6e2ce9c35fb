import { expect, test } from "vitest";
import { addressOf } from "./address-of.ts";

test("the address is the one our own proxy saw, not one that was sent along", () => {
  expect(addressOf("203.0.113.9", 1)).toBe("203.0.113.9");
  expect(addressOf("6.6.6.6, 203.0.113.9", 1)).toBe("203.0.113.9");
  expect(addressOf("6.6.6.6, 203.0.113.9, 10.0.0.1", 2)).toBe("203.0.113.9");
});

test.each([[null], ["<script>"], [""], ["unknown"]])("%j is nobody's address", (forwarded) => {
  expect(addressOf(forwarded, 1)).toBeNull();
  expect(addressOf("203.0.113.9", 0)).toBeNull();
});
