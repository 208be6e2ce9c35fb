import { expect, test } from "vitest";
import type { World } from "../../world/world.ts";
import { demoVisit } from "../testing.ts";

test("a letter's markup is shown in a frame that can run nothing, and its subject as text", async () => {
  const { world, read } = demoVisit();
  const { id } = letter(world, {
    subject: "<script>alert(1)</script>",
    html: '<head></head><script>alert(2)</script><a href="https://shop.example/a?b=1&amp;c=2">Use it</a>',
  });
  const page = await read(`/mailbox/${id}`);
  expect(page.text).not.toContain("<script>alert");
  expect(page.text).toMatch(/<iframe[^>]* sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  expect(page.text).toContain("https://shop.example/a?b=1&amp;c=2");
  expect(page.text).toContain("notification/1");
  const inside = await read(`/mailbox/${id}/html`);
  expect(inside.headers.get("content-security-policy")).toMatch(
    /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/,
  );
  expect(inside.text).toContain('<base target="_blank">');
  expect((await read("/mailbox")).text).not.toContain("<script>alert");
});

test("a letter is also found by the id that Resend would have answered", async () => {
  const { world, read } = demoVisit();
  letter(world, {});
  expect((await read("/mailbox/re-1?view=text")).text).toContain("You have credit");
});

function letter(
  world: World,
  part: { html?: string | null; subject?: string; headers?: Record<string, string> },
) {
  return world.letters.save({
    id: world.nextId("Letter"),
    resendId: "re-1",
    from: "Kept <credit@kept.example>",
    to: ["ada@example.com"],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: "Your credit",
    html: "<p>You have credit</p>",
    text: "You have credit",
    headers: {},
    tags: [],
    createdAt: world.now().toISOString(),
    idempotencyKey: "notification/1",
    digest: "",
    ...part,
  });
}
