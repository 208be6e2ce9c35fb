import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
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

/** A compiler a test: on two busy cores they take a while together. */
const patiently = { timeout: 120_000 };

test.concurrent.each(packages)(
  "what $name may not import does not compile there",
  patiently,
  async ({ name, folder }) => {
    const forbidden = packages
      .map((other) => other.name)
      .filter((other) => other !== name && !arrows[name]?.includes(other));
    expect(forbidden.length).toBeGreaterThan(0);
    expect((await notFoundFrom(folder, forbidden)).sort()).toEqual(forbidden.sort());
  },
);

test.concurrent.each(packages.filter(({ named }) => named.length > 0))(
  "what $name names can be imported there",
  patiently,
  async ({ folder, named }) => {
    const doors = named.map((each) => (each === "@kept/database" ? `${each}/migrate` : each));
    expect(await notFoundFrom(folder, doors)).toEqual([]);
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

/** Compiles a file in `folder` that imports all `modules`, and answers those the compiler cannot find. */
async function notFoundFrom(folder: string, modules: readonly string[]): Promise<string[]> {
  const place = mkdtempSync(join(folder, "node_modules", ".walls-"));
  try {
    writeFileSync(join(place, "walls.ts"), modules.map((each) => `export type * from "${each}";`).join("\n"));
    const root = join(repository, "tsconfig.json");
    const compilerOptions = { jsx: "react-jsx" };
    writeFileSync(
      join(place, "tsconfig.json"),
      JSON.stringify({ extends: root, compilerOptions, files: ["walls.ts"] }),
    );
    const said = await compile(place);
    return [...said.matchAll(/walls\.ts\(.*Cannot find module '([^']+)'/g)].map((found) => found[1] ?? "");
  } finally {
    rmSync(place, { recursive: true });
  }
}

async function compile(folder: string): Promise<string> {
  const compiler = join(repository, "packages/local/node_modules/typescript/bin/tsc");
  const run = spawn(process.execPath, [compiler, "-p", folder, "--pretty", "false"]);
  let said = "";
  run.stdout.on("data", (chunk) => {
    said += chunk;
  });
  await once(run, "close");
  return said;
}
