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

/** A signed-in browser. Deleting the row signs it out at once. */
export const sessions = pgTable(
  "sessions",
  {
    token: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: at().notNull(),
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
