import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** Every recording in a folder and below it, or the one file named, in a steady order. */
export function recordingsIn(path: string): { name: string; path: string }[] {
  if (statSync(path).isFile()) return [{ name: path, path }];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name, path: join(path, name) }))
    .filter((file) => statSync(file.path, { throwIfNoEntry: false })?.isFile());
}

/** A document a recording names by path, looked for from its own folder upwards. */
export function documentFor(recording: string, document: string): string | undefined {
  let folder = dirname(realpathSync(recording));
  while (!existsSync(join(folder, document))) {
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
  return readFileSync(join(folder, document), "utf8");
}
