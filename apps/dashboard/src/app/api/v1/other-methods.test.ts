import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { refuseMethod } from "./other-methods.ts";
import { problemSchema } from "./problem.ts";

test("a method that a path does not take is told which it takes, as a problem", async () => {
  const request = new Request("https://app.kept.example/api/v1/returns", {
    method: "DELETE",
    headers: { "x-request-id": "r-1" },
  });
  const answer = refuseMethod(request, ["GET", "POST"], "https://app.kept.example");
  expect(answer.status).toBe(405);
  expect(answer.headers.get("allow")).toBe("GET, POST, HEAD, OPTIONS");
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(problemSchema.parse(await answer.json())).toMatchObject({
    type: "https://app.kept.example/api/v1#problem-wrong-method",
    status: 405,
    detail: "DELETE means nothing here. This path takes GET and POST.",
    requestId: "r-1",
  });
});

test.each(globSync("**/route.ts", { cwd: import.meta.dirname }))(
  "%s answers every method: its own, and all others with what it takes",
  (file) => {
    const text = readFileSync(join(import.meta.dirname, file), "utf8");
    const own = [...text.matchAll(/export (?:async )?function ([A-Z]+)\(/g)].map(([, method]) => method);
    const [, others = "", taken = ""] =
      /export const \{ ([A-Z, ]+) \} = otherMethods\(([^)]*)\);/.exec(text) ?? [];
    expect(taken.match(/[A-Z]+/g)).toEqual(own);
    expect([...own, ...others.split(", ")].sort()).toEqual(
      ["DELETE", "GET", "OPTIONS", "PATCH", "POST", "PUT"].sort(),
    );
  },
);
