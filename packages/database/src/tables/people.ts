import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, now } from "./columns.ts";

/** Who signs in together: a merchant, or an agency that reaches its clients' shops by grants. */
export const organizations = pgTable(
  "organizations",
  {
    id: id(),
    name: text().notNull(),
    kind: text({ enum: ["merchant", "agency"] }).notNull(),
    createdAt: now(),
  },
  (t) => [check("organizations_kind", sql`${t.kind} in ('merchant', 'agency')`)],
);

/** A person. The e-mail is stored trimmed and in lower case; it is the identity. */
export const users = pgTable(
  "users",
  {
    id: id(),
    email: text().notNull(),
    name: text(),
    emailVerifiedAt: at(),
    /** To the minute, over all of the person's browsers. */
    lastSeenAt: at(),
    createdAt: now(),
  },
  (t) => [
    uniqueIndex("users_email").on(t.email),
    check("users_email_folded", sql`${t.email} = lower(trim(${t.email}))`),
  ],
);

export const members = pgTable(
  "members",
  {
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text({ enum: ["owner", "manager", "agent", "finance", "viewer"] }).notNull(),
    createdAt: now(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.userId] }),
    index("members_user").on(t.userId),
    check("members_role", sql`${t.role} in ('owner', 'manager', 'agent', 'finance', 'viewer')`),
  ],
);

/**
 * Somebody asked into an organization by e-mail. The link in the letter works once and only its hash is kept; sending
 * it again makes another. Open while none of `acceptedAt` and `withdrawnAt` is set and `expiresAt` is ahead.
 */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    email: text().notNull(),
    role: text({ enum: ["owner", "manager", "agent", "finance", "viewer"] }).notNull(),
    tokenHash: text().notNull().unique("invitations_token"),
    invitedBy: text().notNull(),
    sentAt: now(),
    expiresAt: at().notNull(),
    acceptedAt: at(),
    withdrawnAt: at(),
    createdAt: now(),
  },
  (t) => [
    uniqueIndex("invitations_open_once")
      .on(t.organizationId, t.email)
      .where(sql`accepted_at is null and withdrawn_at is null`),
    check("invitations_role", sql`${t.role} in ('owner', 'manager', 'agent', 'finance', 'viewer')`),
    check("invitations_email_folded", sql`${t.email} = lower(trim(${t.email}))`),
    check("invitations_ended_once", sql`${t.acceptedAt} is null or ${t.withdrawnAt} is null`),
  ],
);

/**
 * A signed-in browser. Deleting the row signs it out at once. It ends by itself when nothing came from it for twelve
 * hours (`lastSeenAt`), and two weeks after signing in whatever came (`expiresAt`).
 */
export const sessions = pgTable(
  "sessions",
  {
    token: text().primaryKey(),
    /** Names the session on the account page, where its token must not stand. */
    id: uuid().notNull().default(sql`uuidv7()`).unique("sessions_id"),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: at().notNull(),
    /** The browser and system in words, as the browser called itself: "Firefox on Linux". */
    device: text(),
    /** To the minute. */
    lastSeenAt: now(),
    createdAt: now(),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** A sign-in link that was mailed. Single use is structural: using it deletes the row. Only a hash is kept. */
export const signInTokens = pgTable(
  "sign_in_tokens",
  {
    identifier: text().notNull(),
    tokenHash: text().notNull(),
    expiresAt: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.identifier, t.tokenHash] })],
);
