import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** Every recording in a folder and below it, or the one file named, in a steady order. */
export function recordingsIn(path: string): { name: string; path: string }[] {
  if (statSync(path).isFile()) return [{ name: path, path }];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name: relative(path, join(path, name)), path: join(path, name) }))
    .filter((file) => statSync(file.path, { throwIfNoEntry: false })?.isFile());
}
