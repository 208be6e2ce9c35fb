import { expect, test } from "vitest";
import { missingScopes, requiredScopes } from "./scopes.ts";

test("nothing is missing when everything was granted, and writing contains reading", () => {
  expect(missingScopes(requiredScopes)).toEqual([]);
  const implied = requiredScopes.filter((scope) => scope !== "read_returns");
  expect(missingScopes(implied)).toEqual([]);
});

test("what was not granted is named", () => {
  const granted = requiredScopes.filter((scope) => scope !== "write_store_credit_account_transactions");
  expect(missingScopes(granted)).toEqual(["write_store_credit_account_transactions"]);
});
