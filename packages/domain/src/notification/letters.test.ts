import { and, eq, sql, tables } from "@kept/database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ShopContext } from "../context.ts";
import { writeMessage } from "../message/index.ts";
import { currentPolicy, savePolicy } from "../policy/index.ts";
import { approveReturn, declineReturn, readReturn, readReturnByKey } from "../return/index.ts";
import { askForReturn, value } from "../testing/ask.ts";
import { ada } from "../testing/cast.ts";
import { customerOf, shirtOrders, standingOf, startIssuing } from "../testing/issuing.ts";
import { openWorld, type TestWorld } from "../testing/world.ts";
import { acrossAllShops } from "../tools.ts";
import { isLetterOn, letterHistory, letterSettings, restoreLetter, saveLetter } from "./letter-settings.ts";
import { recordDelivery } from "./record-delivery.ts";
import { reminderStep, remindOfBonuses, startMornings } from "./remind-of-bonus.ts";
import { sampleOf } from "./sample-letter.ts";
import { previewLetter, sendTestLetter } from "./try-letter.ts";
import { writeLetter } from "./write-letter.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openWorld({ orders: shirtOrders(9101, 12) });
});
afterAll(() => world.close());

const about = (order: string) => world.standIn.letters(ada.email, order);
const notificationsOf = (number: number) =>
  world.owner.inShop((tx) =>
    tx
      .select({ letter: tables.notifications })
      .from(tables.notifications)
      .innerJoin(tables.returns, eq(tables.returns.id, tables.notifications.returnId))
      .where(eq(tables.returns.number, number))
      .orderBy(tables.notifications.id),
  );

describe("what a customer is written", () => {
  test("a request is confirmed at once, an approval when it comes, each once", async () => {
    const { number } = await askForReturn(world, { order: "#9101" });
    await world.post();
    expect((await about("#9101")).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^We have your return request for order #9101/),
    ]);
    value(await approveReturn(world.owner, { number }));
    value(await approveReturn(world.owner, { number }));
    await world.post();
    expect((await about("#9101")).at(-1)?.subject).toMatch(/^Your return of order #9101 is approved/);
    expect(await about("#9101")).toHaveLength(2);
  });

  test("a letter that the next one overtook is not sent", async () => {
    const { number } = await askForReturn(world, { order: "#9102" });
    value(await declineReturn(world.owner, { number, reason: "Worn" }));
    await world.post();
    const letters = await about("#9102");
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain("Reason: Worn");
    const [received] = await notificationsOf(number);
    expect(received?.letter).toMatchObject({ state: "switched_off", reason: "overtaken" });
  });

  test("what the shop writes comes in its very words, each message once; what the customer writes does not", async () => {
    const { returnKey, number } = await askForReturn(world, { order: "#9109" });
    const helpdesk = { kind: "api_key" as const, keyId: world.owner.shop.id, name: "Helpdesk" };
    const program = { ...world.owner, role: null, actor: helpdesk, keyMay: ["message" as const] };
    const write = (ctx: ShopContext, text: string) => writeMessage(ctx, { which: { number }, text });
    value(await writeMessage(world.customer, { which: { returnKey }, text: "Is the box fine?" }));
    const twice = await Promise.all(
      [1, 2].map(() => write(world.owner, "Any <b>box</b> is.\nEven an old one.")),
    );
    expect(twice.map(({ ok }) => ok)).toEqual([true, true]);
    value(await write(program, "And no hurry."));
    await world.post();
    await world.post();
    const [received, first, second, ...more] = await about("#9109");
    expect([received?.subject, ...more]).toEqual([expect.stringMatching(/^We have your return request/)]);
    expect(first?.subject).toBe(`A message about your return R-${number} · Bloom & Thread`);
    expect(first?.text).toContain("\n> Any <b>box</b> is.\n> Even an old one.\n");
    expect(first?.text).toContain(`/r/${returnKey}\n`);
    expect(first?.replyTo).toEqual(received?.replyTo);
    expect(second?.text).toContain("\n> And no hurry.\n");
  });

  test("comes in the shop's name, and answers reach the shop", async () => {
    const letters = await world.standIn.letters(ada.email, "#9101");
    expect(letters[0]).toMatchObject({ from: '"Bloom & Thread" <credit@kept.example>' });
    expect(letters[0]?.replyTo).toHaveLength(1);
  });

  test("who ordered without a name is greeted without one, not as the order that stands for it", async () => {
    const sample = sampleOf(world.owner, "return_received", "en");
    const greeted = async (customerName: string) => {
      const record = { ...sample.record, customerName };
      const { text } = await writeLetter(world.owner, "return_received", {
        ...sample,
        record,
        wording: null,
      });
      return /^Hello.*$/m.exec(text)?.[0];
    };
    expect(await greeted(sample.record.orderName)).toBe("Hello,");
    expect(await greeted("Ada Lovelace")).toBe("Hello Ada,");
  });

  test("who is to send the goods before the credit comes reads so in the letter, as on the page", async () => {
    const { policy, version } = await currentPolicy(world.owner);
    const changed = await savePolicy(world.owner, {
      policy: { ...policy, trigger: "on_receipt" },
      basedOn: version,
    });
    const { number, returnKey } = await askForReturn(world, { order: "#9112" });
    value(await savePolicy(world.owner, { policy, basedOn: value(changed).version }));
    value(await approveReturn(world.owner, { number }));
    await world.post();
    expect((await readReturnByKey(world.customer, returnKey))?.goods).toBe("arrived");
    expect((await about("#9112")).at(-1)?.text).toContain(
      "Send the items back: your store credit is issued once they have arrived.",
    );
    // The rules it was made with count, and #9101's asked for nothing.
    expect((await about("#9101")).at(-1)?.text).not.toContain("Send the items back");
  });

  test("a letter in another language than the shop's leads to the return in the letter's", async () => {
    const linkIn = async (locale: string) => {
      const sample = { ...sampleOf(world.owner, "return_approved", locale), wording: null };
      const { text } = await writeLetter(world.owner, "return_approved", sample);
      return /\/r\/\S+/.exec(text)?.[0];
    };
    expect(world.owner.shop.locale).toMatch(/^en/);
    expect([await linkIn("ja-JP"), await linkIn("en-GB")]).toEqual(["/r/sample?lang=ja", "/r/sample"]);
  });

  test("page and letter name the day Shopify was told, however long a credit took to be confirmed", async () => {
    const { number, bonus } = await startIssuing(world, "#9111");
    const ofBonus = and(
      eq(tables.issuanceLegs.shopId, world.owner.shop.id),
      eq(tables.issuanceLegs.id, bonus),
    );
    await world.owner.inShop((tx) =>
      tx.update(tables.issuanceLegs).set({ expiresOn: "2091-02-03" }).where(ofBonus),
    );
    await world.work();
    await world.post();
    const [row] = await world.owner.inShop((tx) =>
      tx.select({ key: tables.returns.key }).from(tables.returns).where(eq(tables.returns.number, number)),
    );
    const { credit } = (await readReturnByKey(world.customer, row?.key ?? "")) ?? {};
    expect(credit?.ends).toEqual({ base: null, bonus: new Date("2091-02-03T12:00:00Z") });
    expect((await about("#9111")).at(-1)?.text).toContain("The bonus is valid until February 3, 2091.");
  });
});

describe("how a shop wants a letter", () => {
  test("switched off it is not sent, and says so on record; switched on again the next one is", async () => {
    const off = { kind: "return_received" as const, enabled: false, wordings: {}, basedOn: 0 };
    value(await saveLetter(world.owner, off));
    const { number } = await askForReturn(world, { order: "#9103" });
    await world.post();
    expect(await about("#9103")).toEqual([]);
    expect((await notificationsOf(number))[0]?.letter).toMatchObject({
      state: "switched_off",
      reason: "off",
    });
    value(await restoreLetter(world.owner, { kind: "return_received", version: 0, basedOn: 1 }));
    await askForReturn(world, { order: "#9104" });
    await world.post();
    expect(await about("#9104")).toHaveLength(1);
  });

  test("a message is written all the same where its letter is switched off, and both sides are told so", async () => {
    const { returnKey, number } = await askForReturn(world, { order: "#9110" });
    const byLetter = async () => [
      await isLetterOn(world.owner, "message_written"),
      (await readReturnByKey(world.customer, returnKey))?.answersByLetter,
    ];
    expect(await byLetter()).toEqual([true, true]);
    const off = { kind: "message_written" as const, enabled: false, wordings: {}, basedOn: 0 };
    value(await saveLetter(world.owner, off));
    expect(await byLetter()).toEqual([false, false]);
    value(await writeMessage(world.owner, { which: { number }, text: "Any box is." }));
    await world.post();
    expect(await about("#9110")).toHaveLength(1);
    expect((await notificationsOf(number)).at(-1)?.letter).toMatchObject({
      template: "message_written",
      state: "switched_off",
      reason: "off",
    });
  });

  test("its own words are used, per language; somebody else's saving in between is not lost", async () => {
    const wordings = { en: { subject: "Bloom says yes to {{order}}" }, de: { subject: "Ja zu {{order}}" } };
    const input = { kind: "return_approved" as const, enabled: true, wordings, basedOn: 0 };
    expect(value(await saveLetter(world.owner, input))).toEqual({ version: 1 });
    expect(value(await saveLetter(world.owner, { ...input, basedOn: 1 }))).toEqual({ version: 1 });
    expect(await saveLetter(world.owner, { ...input, enabled: false })).toMatchObject({
      ok: false,
      error: { code: "ChangedMeanwhile" },
    });
    const { number } = await askForReturn(world, { order: "#9105" });
    value(await approveReturn(world.owner, { number }));
    await world.post();
    expect((await about("#9105")).map(({ subject }) => subject)).toEqual(["Bloom says yes to #9105"]);
    const settings = await letterSettings(world.owner);
    expect(settings.find(({ kind }) => kind === "return_approved")).toMatchObject({ version: 1, wordings });
    expect(await letterHistory(world.owner, "return_approved")).toHaveLength(1);
  });

  test("a fact the letter does not know is refused with its place", async () => {
    const wordings = { en: { message: "You get {{total}}" } };
    const refused = await saveLetter(world.owner, {
      kind: "return_declined",
      enabled: true,
      wordings,
      basedOn: 0,
    });
    expect(refused).toMatchObject({ error: { code: "UnknownFacts", facts: { "en.message": ["total"] } } });
  });

  test("only who may change the shop's rules may save, and a customer may not", async () => {
    const input = { kind: "return_declined" as const, enabled: false, wordings: {}, basedOn: 0 };
    const viewer = { ...world.owner, role: "viewer" as const };
    expect(await saveLetter(viewer, input)).toMatchObject({ error: { code: "NotAllowed" } });
  });

  test("every letter can be looked at before it is sent, and a test goes to the member alone", async () => {
    for (const { kind } of await letterSettings(world.owner)) {
      const { subject, text } = await previewLetter(world.owner, { kind, language: "de", wording: {} });
      expect(subject, kind).not.toBe("");
      expect(text).toContain("#1001");
    }
    const trial = {
      kind: "store_credit_issued" as const,
      language: "en",
      wording: { subject: "Try {{amount}}" },
    };
    expect(value(await sendTestLetter(world.owner, trial))).toEqual({ to: "owner@bloom.example" });
    const arrived = await world.standIn.letters("owner@bloom.example", "#1001");
    expect(arrived.at(-1)?.subject).toBe("Try $66.00");
  });
});

describe("what became of a letter", () => {
  test("a letter that came back is told once in the return's history, however often and late the post says so", async () => {
    const { number } = await askForReturn(world, { order: "#9106" });
    await world.post();
    const [row] = await notificationsOf(number);
    const remoteId = row?.letter.remoteId ?? "";
    const event = (eventId: string, kind: "delivered" | "bounced" | "opened" | "delayed") => ({
      eventId,
      remoteId,
      kind,
      reason: kind === "bounced" ? "mailbox_full" : null,
      happenedAt: new Date(),
    });
    for (const told of [
      event("1", "bounced"),
      event("2", "delivered"),
      event("1", "bounced"),
      event("3", "opened"),
    ])
      expect(await recordDelivery(world.tools, told)).toBe(true);
    expect((await notificationsOf(number))[0]?.letter.delivery).toBe("bounced");
    const timeline = (await readReturn(world.owner, number))?.events.filter(
      ({ kind }) => kind === "letter_came_back",
    );
    expect(timeline).toHaveLength(1);
    expect(await recordDelivery(world.tools, { ...event("9", "bounced"), remoteId: "nobody" })).toBe(false);
  });
});

describe("a bonus that ends", () => {
  test.each([
    [31, 365, null],
    [30, 365, 30],
    [8, 365, 30],
    [7, 365, 7],
    [1, 365, 7],
    [0, 365, null],
    [20, 45, null],
    [5, 10, null],
  ])("with %i days left of %i the step is %j", (left, lifetime, step) => {
    expect(reminderStep(left, lifetime)).toBe(step);
  });

  test("every shop has its morning at ten o'clock of its own", async () => {
    const { tools, owner } = world;
    const jobs = () =>
      acrossAllShops(tools, (tx) => tx.execute(sql`select 1 from pgboss.job where name = 'remind'`));
    const clockAt = (hour: number) =>
      acrossAllShops(tools, (tx) =>
        tx.execute(sql`
          update shops set time_zone = (select name from pg_timezone_names
            where name like 'Etc/GMT%' and extract(hour from now() at time zone name) = ${hour} limit 1)
           where id = ${owner.shop.id}`),
      );
    await clockAt(9);
    await startMornings(tools);
    expect(await jobs()).toHaveLength(0);
    await clockAt(10);
    await startMornings(tools);
    expect(await jobs()).toHaveLength(1);
  });

  test("is told once a step, with what Shopify says is unspent, and not when it was spent", async () => {
    const { number, orderGid } = await startIssuing(world, "#9107");
    await world.work();
    expect((await standingOf(world, number))[0]).toBe("issued");
    expect(await remindOfBonuses(world.owner)).toBe(0);
    const soon = (days: number) => {
      const now = new Date(Date.now() + (365 - days) * 86_400_000);
      return { ...world.owner, clock: { now: () => now } };
    };
    expect(await remindOfBonuses(soon(6))).toBe(1);
    expect(await remindOfBonuses(soon(5))).toBe(0);
    await world.post();
    const letters = await world.standIn.letters(ada.email, "#9107");
    expect(letters.at(-1)?.subject).toMatch(/^\$2\.00 of your store credit ends on/);

    const second = await startIssuing(world, "#9108");
    await world.work();
    await world.standIn.editCredit(world.domain, await customerOf(world, orderGid), {
      act: "debit",
      amount: "4.00",
      currency: "USD",
    });
    expect(second.number).toBeGreaterThan(number);
    expect(await remindOfBonuses(soon(6))).toBe(0);
  });
});
