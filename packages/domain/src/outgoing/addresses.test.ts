import { expect, test } from "vitest";
import { urlProblem } from "./endpoint.ts";
import { sendWebhook } from "./send-webhook.ts";

test.each(["https://hooks.example.com/kept", "https://a.b.example.co.uk:8443/x?y=1"])(
  "%s can be told",
  (url) => {
    expect(urlProblem(url, false)).toBeNull();
  },
);

test.each([
  ["http://hooks.example.com/", "not_https"],
  ["ftp://hooks.example.com/", "not_https"],
  ["javascript:alert(1)", "not_https"],
  ["not an address", "not_a_url"],
  ["", "not_a_url"],
  ["https://user:secret@hooks.example.com/", "with_credentials"],
  ["https://127.0.0.1/", "not_public"],
  ["https://localhost/", "not_public"],
  ["https://169.254.169.254/latest/meta-data", "not_public"],
  ["https://[::1]/", "not_public"],
  ["https://[::ffff:10.0.0.1]/", "not_public"],
  ["https://2130706433/", "not_public"],
  ["https://0x7f.1/", "not_public"],
  ["https://printer/", "not_public"],
  ["https://db.internal/", "not_public"],
])("%j is refused: %s", (url, problem) => {
  expect(urlProblem(url, false)).toBe(problem);
});

const secrets = ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"];
const letter = { id: "evt_1", at: new Date(0), body: "{}", secrets };

test.each([
  "http://127.0.0.1:9",
  "http://localhost:9",
  "http://[::1]:9",
  "http://10.0.0.1",
  "http://169.254.169.254",
])("however %s got into the list, nothing is sent there", async (url) => {
  const sent = await sendWebhook({ ...letter, url, allowLoopback: false });
  expect(sent).toMatchObject({ status: null, error: "refused_address" });
});

test("on one's own machine its own programs are told, and no other private address", async () => {
  const own = await sendWebhook({ ...letter, url: "http://127.0.0.1:9", allowLoopback: true });
  expect(own.error).toBe("unreachable");
  const house = await sendWebhook({ ...letter, url: "http://10.0.0.1", allowLoopback: true });
  expect(house.error).toBe("refused_address");
});
