import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { callerAddress, cleanRequest, fromElsewhere } from "./caller.ts";

const from = (headers: Record<string, string>) =>
  ({ headers, socket: { remoteAddress: "10.0.0.9" } }) as unknown as IncomingMessage;

test("without a proxy of ours nobody chooses their own address", () => {
  expect(callerAddress(from({ "x-forwarded-for": "1.2.3.4" }), 0)).toBe("10.0.0.9");
});

test("behind one proxy only what that proxy wrote counts", () => {
  expect(callerAddress(from({ "x-forwarded-for": "6.6.6.6, 1.2.3.4" }), 1)).toBe("1.2.3.4");
  expect(callerAddress(from({}), 1)).toBe("10.0.0.9");
});

test.each([
  [{ "sec-fetch-site": "same-origin", origin: "null" }, false],
  [{ "sec-fetch-site": "cross-site", origin: "https://evil.example" }, true],
  [{ "sec-fetch-site": "same-site", origin: "https://evil.kept.example" }, true],
  [{ host: "kept.example", origin: "https://kept.example" }, false],
  [{ host: "kept.example", origin: "https://evil.example" }, true],
  [{ host: "kept.example", origin: "not an origin" }, true],
  [{ host: "kept.example" }, false],
])("a form sent with %j comes from elsewhere: %s", (headers, elsewhere) => {
  expect(fromElsewhere(headers)).toBe(elsewhere);
});

test("what only we may say is taken from the caller", () => {
  const request = from({
    host: "kept.example",
    origin: "null",
    rsc: "1",
    "next-action": "x",
    "x-middleware-subrequest": "y",
  });
  cleanRequest(request, "abc");
  expect(request.headers).toEqual({
    host: "kept.example",
    origin: "http://kept.example",
    "content-security-policy": "script-src 'nonce-abc'",
  });
});
