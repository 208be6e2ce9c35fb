import type { Draft } from "@kept/domain";
import { expect, test } from "vitest";
import type { Visit } from "../../../../../server/visit.ts";
import { wordsIn } from "../../../../../server/words.ts";
import { itemProblems } from "./words.ts";

const visit = { say: wordsIn("en"), named: (text: string) => text } as unknown as Visit;
const shirt = { fulfillmentLineItemId: "shirt", title: "Linen shirt", quantity: 2 };
const scarf = { fulfillmentLineItemId: null, title: "Scarf", quantity: 0 };
const draft = { items: [shirt, scarf] } as unknown as Draft;

const said = (problems: Record<string, string>) =>
  itemProblems(visit, { form: "items", typed: {}, problems, facts: {} }, draft);

test("what is wrong with an item is said at its field, by its name", () => {
  const { list, of, whole } = said({ "reason.shirt": "ReasonMissing" });
  expect(list).toEqual([{ field: "reason.shirt", text: "Choose a reason for Linen shirt." }]);
  expect([of("reason.shirt"), whole]).toEqual(["Choose a reason for Linen shirt.", null]);
});

test("what was just returned elsewhere has no field any more: it is said of the whole form", () => {
  const { list, whole } = said({ "quantity.scarf": "NotReturnable", "reason.shirt": "ReasonMissing" });
  expect(list.map(({ field }) => field)).toEqual(["reason.shirt"]);
  expect(whole).toMatch(/^Something you chose can no longer be returned/);
});
