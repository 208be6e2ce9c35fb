import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { removeStrangers, sealWorld } from "./one-world.ts";

const place = mkdtempSync(join(tmpdir(), "kept-world-"));
afterAll(() => rmSync(place, { recursive: true }));

/** The folders of a checkout that has been started once. */
function started() {
  const data = mkdtempSync(join(place, "data-"));
  const folders = {
    postgres: join(data, "postgres"),
    sandbox: join(data, "sandbox"),
    photos: "",
    logs: "",
    all: [],
  };
  for (const folder of [folders.postgres, folders.sandbox]) mkdirSync(folder);
  writeFileSync(join(folders.postgres, "PG_VERSION"), "18\n");
  sealWorld(folders);
  return folders;
}

test("what was started together stays, as often as it is started", () => {
  const folders = started();
  expect(removeStrangers(folders)).toBe(false);
  sealWorld(folders);
  expect(removeStrangers(folders)).toBe(false);
  expect(existsSync(folders.postgres)).toBe(true);
});

test("a database whose shops were forgotten by the stand-in starts over, and the other way round", () => {
  for (const lost of ["sandbox", "postgres"] as const) {
    const folders = started();
    rmSync(folders[lost], { recursive: true });
    expect(removeStrangers(folders)).toBe(true);
    expect(existsSync(folders.postgres) || existsSync(folders.sandbox)).toBe(false);
  }
});

test("a first start that was cut short leaves nothing to trip over", () => {
  const folders = started();
  rmSync(join(folders.postgres, "kept-world"));
  rmSync(join(folders.sandbox, "kept-world"));
  expect(removeStrangers(folders)).toBe(true);
});

test("two checkouts' worlds are not mixed", () => {
  const [mine, theirs] = [started(), started()];
  expect(removeStrangers({ ...mine, sandbox: theirs.sandbox })).toBe(true);
});
