import { expect, test } from "vitest";
import { invitation } from "./invitation.ts";

const asked = {
  url: "https://app.kept.example/invitation/abc",
  host: "app.kept.example",
  invitedBy: "Olivia Bloom",
  into: "Bloom & Thread",
  as: "agent",
  kind: "team",
  days: 7,
} as const;

test("an invitation says who asks, where to, as what, and how long it works", async () => {
  const { subject, text } = await invitation(asked);
  expect(subject).toBe("Olivia Bloom invites you to join Bloom & Thread in Kept");
  expect(text).toContain("as agent");
  expect(text).toContain("works once, for 7 days, and leads to app.kept.example");
  expect(text).toContain(asked.url);
});

test("an agency is told the most it may do", async () => {
  const { text } = await invitation({ ...asked, kind: "shop", as: "viewer" });
  expect(text).toContain("invites your agency to look after Bloom & Thread");
  expect(text).toContain("viewer");
});

test("a name that looks like markup stays a name", async () => {
  const { html, subject } = await invitation({
    ...asked,
    invitedBy: '<a href="https://evil.example">Eve</a>',
  });
  expect(html).not.toContain('<a href="https://evil.example"');
  expect(subject).not.toMatch(/[\r\n]/);
});
