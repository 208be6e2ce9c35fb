import { expect, test } from "vitest";
import { defaultPolicy } from "./default-policy.ts";
import { policySchema } from "./policy.ts";
import { keysOf, policySections, withSections } from "./sections.ts";

test("the sections are the whole policy, each part once", () => {
  const all = policySections.flatMap(keysOf);
  const expected = Object.keys(policySchema.shape).filter((key) => key !== "format");
  expect([...all].sort()).toEqual(expected.sort());
});

test("copying all sections makes the other policy; copying none changes nothing", () => {
  const [usd, other] = [defaultPolicy("USD"), { ...defaultPolicy("EUR"), otherwise: "approve" as const }];
  expect(withSections(usd, other, policySections)).toEqual(other);
  expect(withSections(usd, other, [])).toEqual(usd);
  expect(withSections(usd, other, ["automation"])).toEqual({ ...usd, otherwise: "approve" });
});
