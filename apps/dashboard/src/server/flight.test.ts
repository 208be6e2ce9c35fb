import { expect, test } from "vitest";
import { isCall, isFormOfAction } from "./flight.ts";
import { isTree } from "./router-tree.ts";

const id = "7".repeat(42);
const form = (fields: Record<string, string>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return body;
};

test.each([
  ['["bloom",1001,{},"$K1"]'],
  ['["bloom","$undefined",null,true,0.5,"$$dear","$D2026-11-28T00:00:00.000Z"]'],
  ['[{"a":{"b":[1]}},"$0:0:a"]'],
  ["[]"],
])("arguments our pages send are let through: %s", (body) => {
  expect(isCall(body)).toBe(true);
  expect(isCall(form({ _1_reason: "$F1 is only what somebody typed", "0": body }))).toBe(true);
});

test.each([
  [""],
  ["["],
  ["{}"],
  ['"$K1"'],
  ['["$F1"]'],
  ['["$h1"]'],
  ['["$@1"]'],
  ['["$Q2"]'],
  ['["$B7"]'],
  ['["$r1"]'],
  ['["$T"]'],
  ['["$1:a:b"]'],
  ['["$0:0:__proto__"]'],
  ['["$n9"]'],
  ['["$Dnever"]'],
  ['[{"then":"x"}]'],
  ['[{"__proto__":{}}]'],
  [`[${"[".repeat(60)}${"]".repeat(60)}]`],
  [`[${"1,".repeat(30)}1]`],
])("what could only be meant badly is not: %s", (body) => {
  expect(isCall(body)).toBe(false);
  expect(isCall(form({ "0": body }))).toBe(false);
});

test("a call has its arguments in one place, and nothing else beside its forms", () => {
  expect(isCall(form({ "1": "[]" }))).toBe(false);
  expect(isCall(form({ "0": "[]", __proto__x: "" }))).toBe(false);
  expect(isCall(form({ "0": "[]", $ACTION_KEY: "k" }))).toBe(false);
});

test("a form without its script names one action and what is bound to it", () => {
  const bound = {
    $ACTION_REF_1: "",
    "$ACTION_1:0": `{"id":"${id}","bound":"$@1"}`,
    "$ACTION_1:1": '["bloom"]',
  };
  expect(isFormOfAction(form({ ...bound, $ACTION_KEY: "k1", email: "$1" }))).toBe(true);
  expect(isFormOfAction(form({ [`$ACTION_ID_${id}`]: "", email: "ada@example.com" }))).toBe(true);
  expect(isFormOfAction(form({ email: "ada@example.com" }))).toBe(false);
  expect(isFormOfAction(form({ ...bound, [`$ACTION_ID_${id}`]: "" }))).toBe(false);
  expect(isFormOfAction(form({ ...bound, "$ACTION_1:1": '["$F1"]' }))).toBe(false);
  expect(isFormOfAction(form({ ...bound, "$ACTION_1:0": '{"id":"x","bound":null}' }))).toBe(false);
  expect(isFormOfAction(form({ $ACTION_REF_1: "" }))).toBe(false);
});

test("a tree of pages is one as Next writes it", () => {
  const tree = [
    "",
    { children: [["shop", "bloom", "d", null], { children: ["__PAGE__", {}] }] },
    null,
    "refetch",
  ];
  expect(isTree(encodeURIComponent(JSON.stringify(tree)))).toBe(true);
  expect(isTree(undefined)).toBe(true);
  for (const wrong of ['[""]', "{}", '["",{"children":[1]}]', '["",{},null,"x"]', "%"])
    expect(isTree(wrong)).toBe(false);
});
