import { described } from "./scope-descriptions.ts";

export function scopeSource(handle: string): { handle: string; description: string } {
  return { handle, description: described[handle] ?? describe(handle) };
}

/** As the server lists them: what was declared by name, then what that implies by name. `write_x` carries `read_x`. */
export function withImplied(scopes: readonly string[]): string[] {
  const declared = [...new Set(scopes)].sort();
  const implied = declared
    .filter((scope) => scope.startsWith("write_"))
    .map((scope) => scope.replace("write_", "read_"))
    .filter((scope) => !declared.includes(scope));
  return [...declared, ...implied];
}

/** Whether it only came along with a permission to write. */
export function isImplied(scope: string, scopes: readonly string[]): boolean {
  return scope.startsWith("read_") && scopes.includes(scope.replace("read_", "write_"));
}

function describe(handle: string): string {
  const [verb = "", ...rest] = handle.split("_");
  return `${verb === "read" ? "Read" : verb === "write" ? "Modify" : verb} ${rest.join(" ")}`;
}
