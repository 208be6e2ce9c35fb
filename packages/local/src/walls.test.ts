import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { repository } from "./repository.ts";

/** Which package may import which. Whoever is not named imports nothing of ours. */
const arrows: Record<string, readonly string[]> = {
  "@kept/dashboard": ["@kept/domain", "@kept/money", "@kept/shopify"],
  "@kept/portal": ["@kept/domain", "@kept/money", "@kept/shopify"],
  "@kept/worker": ["@kept/domain", "@kept/money", "@kept/shopify"],
  "@kept/domain": ["@kept/database", "@kept/shopify", "@kept/email", "@kept/money"],
  "@kept/database": ["@kept/money"],
  "@kept/shopify": ["@kept/money"],
  "@kept/email": ["@kept/money"],
  "@kept/local": ["@kept/database"],
};

interface Package {
  readonly name: string;
  readonly folder: string;
  readonly named: readonly string[];
}
const packages = globSync("{apps/*,packages/*,e2e}/package.json", { cwd: repository }).map(
  (file): Package => {
    const { name, dependencies, devDependencies } = JSON.parse(readFileSync(join(repository, file), "utf8"));
    const named = Object.keys({ ...dependencies, ...devDependencies }).filter((each) =>
      each.startsWith("@kept/"),
    );
    return { name, folder: join(repository, file, ".."), named };
  },
);

test.each(packages)("$name names no package that it may not import", ({ name, named }) => {
  expect(named.filter((each) => !arrows[name]?.includes(each))).toEqual([]);
});

/** What the compiler does not find, by the folder it is imported from: all folders in one run, which reads each file once. */
const notFound = new Map<string, string[]>();
beforeAll(async () => {
  const places = packages.map(({ folder }) => mkdtempSync(join(folder, "node_modules", ".walls-")));
  try {
    for (const [nth, { name, named }] of packages.entries()) {
      const all = [...forbiddenTo(name), ...doorsOf(named)];
      writeFileSync(
        join(places[nth] ?? "", "walls.ts"),
        all.map((each) => `export type * from "${each}";`).join("\n"),
      );
    }
    const said = await compile(places);
    for (const [nth, { folder }] of packages.entries())
      notFound.set(folder, missingIn(said, relative(repository, places[nth] ?? "")));
  } finally {
    for (const place of places) rmSync(place, { recursive: true });
  }
}, 120_000);

test.each(packages)("what $name may not import does not compile there", ({ name, folder }) => {
  expect(forbiddenTo(name).length).toBeGreaterThan(0);
  expect(notFound.get(folder)).toEqual(expect.arrayContaining(forbiddenTo(name)));
});

test.each(packages.filter(({ named }) => named.length > 0))(
  "what $name names can be imported there",
  ({ name, folder }) => {
    expect(notFound.get(folder)?.filter((each) => !forbiddenTo(name).includes(each))).toEqual([]);
  },
);

test("the root names no package of ours, because everybody could import it then", () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(repository, "package.json"), "utf8"),
  );
  expect(
    Object.keys({ ...dependencies, ...devDependencies }).filter((each) => each.startsWith("@kept/")),
  ).toEqual([]);
});

function forbiddenTo(name: string): string[] {
  return packages
    .map((other) => other.name)
    .filter((other) => other !== name && !arrows[name]?.includes(other));
}

function doorsOf(named: readonly string[]): string[] {
  return named.map((each) => (each === "@kept/database" ? `${each}/migrate` : each));
}

/** What the compiler said about `walls.ts` in this folder, named from the root. */
function missingIn(said: string, folder: string): string[] {
  return said
    .split("\n")
    .filter((line) => line.startsWith(`${folder}/walls.ts(`))
    .flatMap((line) => /Cannot find module '([^']+)'/.exec(line)?.[1] ?? []);
}

/** Compiles `walls.ts` in each of these folders, and answers what the compiler has to say. */
async function compile(folders: readonly string[]): Promise<string> {
  const [place = ""] = folders;
  const config = {
    extends: join(repository, "tsconfig.json"),
    compilerOptions: { jsx: "react-jsx" },
    files: folders.map((folder) => join(folder, "walls.ts")),
  };
  writeFileSync(join(place, "tsconfig.json"), JSON.stringify(config));
  const compiler = join(repository, "packages/local/node_modules/typescript/bin/tsc");
  const run = spawn(process.execPath, [compiler, "-p", place, "--pretty", "false"], { cwd: repository });
  let said = "";
  run.stdout.on("data", (chunk) => {
    said += chunk;
  });
  await once(run, "close");
  return said;
}
