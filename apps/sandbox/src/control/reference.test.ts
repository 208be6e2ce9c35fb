import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { faultKinds } from "../faults/fault.ts";
import { openShop } from "../testing/stand-in.ts";
import { control } from "./control.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const sections = new Map(readme.split(/^##+ /m).map((text) => [text.split("\n")[0] ?? "", text] as const));
/** The first column of a section's tables. */
const named = (section: string) =>
  [...(sections.get(section) ?? "").matchAll(/^\| (`[^|]*) \|/gm)].map((match) => match[1] ?? "");

test("the reference names every route of the control API, and no other", () => {
  const unknown = {
    method: "GET",
    url: new URL("http://sandbox.test/control/nothing"),
    headers: {},
    body: Buffer.alloc(0),
    requestId: "1",
  };
  const { known } = JSON.parse(String(control(openShop().world, unknown).body)) as { known: string[] };
  const told = named("Control API").flatMap((cell) => {
    const path = /\/control\/[a-z/]+/.exec(cell)?.[0] ?? "";
    return [...cell.matchAll(/\b(GET|POST|DELETE)\b/g)].map(([method]) => `${method} ${path}`);
  });
  expect(told.sort()).toEqual([...known].sort());
});

test("the reference names every fault and every setting, and no other", () => {
  const kinds = named("Faults").flatMap((cell) => {
    const [first = "", ...others] = [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
    const stem = first.replace(/-[a-z]+$/, "");
    return [first, ...others.map((other) => (other.startsWith("-") ? `${stem}${other}` : other))];
  });
  expect(kinds.sort()).toEqual([...faultKinds].sort());
  const env = readFileSync(new URL("../env.ts", import.meta.url), "utf8");
  const read = new Set(env.match(/\b(PORT|HOST|SANDBOX_[A-Z_]+)\b/g));
  const settings = named("Start it").flatMap((cell) => cell.match(/[A-Z][A-Z_]+/g) ?? []);
  expect(new Set(settings)).toEqual(read);
});
