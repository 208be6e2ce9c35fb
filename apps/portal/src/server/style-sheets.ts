import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What `next build` wrote as style sheets, by the addresses its pages link them with. */
export function styleSheets(portal: string): ReadonlyMap<string, string> {
  const built = join(portal, ".next");
  return new Map(
    globSync("static/**/*.css", { cwd: built }).map((file) => {
      const address = `/_next/${file}`;
      return [address, standing(readFileSync(join(built, file), "utf8"), dirname(address))];
    }),
  );
}

/** In a page what a sheet names relative to itself is named from the top, and nothing in it ends it. */
export function standing(sheet: string, folder: string): string {
  return sheet
    .replace(
      /url\((["']?)(\.[^)"']*)\1\)/g,
      (_, quote: string, path: string) => `url(${quote}${join(folder, path)}${quote})`,
    )
    .replaceAll("</", "<\\/");
}
