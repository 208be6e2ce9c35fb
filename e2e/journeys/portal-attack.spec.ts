import { expect, test } from "@playwright/test";
import { tellsApart } from "../attack/enumeration.ts";
import { fuzz } from "../attack/fuzz.ts";
import { links } from "../attack/links.ts";
import { uploads } from "../attack/uploads.ts";

/** A minute of what `pnpm attack --only=portal` does for half an hour. */
test("what opens one customer's return opens nothing else", async () => {
  expect(await links()).toMatchObject({ opened: [], ok: true });
});

test("an order that is there and one that is not have one answer", async () => {
  expect(await tellsApart({ pairs: 12 })).toMatchObject({ differences: [] });
});

test("requests nobody would write are never a fault of ours", async () => {
  expect(await fuzz({ requests: 400, seed: 1 })).toMatchObject({ faults: 0, traces: 0, where: [] });
});

test("hostile files are refused in words or come out as plain pictures", async () => {
  expect(await uploads({ one: 5, atOnce: 0, longestMs: 20_000 })).toMatchObject({ wrong: [] });
});
