import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { repository } from "../repository.ts";

/** A way into the dashboard, found in its source: so that one nobody thought of is attacked too. */
export type Door =
  | { readonly kind: "page"; readonly path: string }
  | { readonly kind: "route"; readonly path: string; readonly methods: readonly string[] }
  | {
      readonly kind: "action";
      readonly file: string;
      readonly name: string;
      readonly takes: readonly string[];
    };

const app = join(repository, "apps", "dashboard");
const source = join(app, "src");

/** Every page, route and server action of the dashboard, in the order of their names. */
export function dashboardDoors(): Door[] {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .sort();
  return files.flatMap((file): Door[] => {
    const text = readFileSync(join(source, file), "utf8");
    const path = pathOf(file);
    if (/\/page\.tsx$/.test(`/${file}`)) return [{ kind: "page", path }];
    if (/\/route\.ts$/.test(`/${file}`)) return [{ kind: "route", path, methods: methodsOf(text) }];
    return text.startsWith('"use server"') ? actionsOf(relative(app, join(source, file)), text) : [];
  });
}

/** "/[shop]/returns/[number]" of "app/(inside)/[shop]/returns/[number]/page.tsx". */
function pathOf(file: string): string {
  const parts = file.split("/").slice(1, -1);
  return `/${parts.filter((part) => !part.startsWith("(")).join("/")}`;
}

function methodsOf(text: string): string[] {
  const all = ["GET", "POST", "PUT", "PATCH", "DELETE"];
  return all.filter((method) =>
    new RegExp(`export (async )?function ${method}\\b|as ${method}\\b`).test(text),
  );
}

/** Exported functions with the names of what they take: names here mean the same everywhere. */
function actionsOf(file: string, text: string): Door[] {
  return [...text.matchAll(/export async function (\w+)\(/g)].map(({ 0: head, 1: name = "", index }) => ({
    kind: "action",
    file,
    name,
    takes: parametersOf(upToItsEnd(text.slice(index + head.length))),
  }));
}

/** A text that begins inside brackets, up to where they close. */
function upToItsEnd(text: string): string {
  let depth = 1;
  for (const [i, sign] of [...text].entries()) {
    if ("([{".includes(sign)) depth += 1;
    if (")]}".includes(sign)) depth -= 1;
    if (depth === 0) return text.slice(0, i);
  }
  throw new Error("An action's parameters do not end");
}

/** The names of parameters, however their types are written. */
function parametersOf(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let part = "";
  for (const sign of `${text},`) {
    if (sign === "," && depth === 0) {
      const name = /^\s*(\w+)/.exec(part)?.[1];
      if (name) names.push(name);
      part = "";
      continue;
    }
    if ("<([{".includes(sign)) depth += 1;
    if (">)]}".includes(sign)) depth -= 1;
    part += sign;
  }
  return names;
}

/** By "file#name": what a build calls an action, and a page that uses it. Actions no page uses have no name, and nobody can call them. */
export type ActionIds = ReadonlyMap<string, { readonly id: string; readonly page: string }>;

/** Of the build in `folder`, the dashboard's own if not said. */
export function actionIds(folder = join(app, ".next")): ActionIds {
  const manifest = JSON.parse(
    readFileSync(join(folder, "server", "server-reference-manifest.json"), "utf8"),
  ) as {
    node: Record<string, { workers: Record<string, unknown>; exportedName?: string; filename?: string }>;
  };
  return new Map(
    Object.entries(manifest.node).map(([id, { workers, exportedName = "", filename = "" }]) => [
      `${filename.replace(/^.*?src\//, "src/")}#${exportedName}`,
      { id, page: Object.keys(workers)[0] ?? "" },
    ]),
  );
}
