CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"organization_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "invitations_token" UNIQUE("token_hash"),
	CONSTRAINT "invitations_role" CHECK ("invitations"."role" in ('owner', 'manager', 'agent', 'finance', 'viewer')),
	CONSTRAINT "invitations_email_folded" CHECK ("invitations"."email" = lower(trim("invitations"."email"))),
	CONSTRAINT "invitations_ended_once" CHECK ("invitations"."accepted_at" is null or "invitations"."withdrawn_at" is null)
);
--> statement-breakpoint
CREATE TABLE "settings_copies" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"source" text NOT NULL,
	"source_version" integer NOT NULL,
	"sections" text[] NOT NULL,
	"copied_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "settings_copy_results" (
	"copy_id" uuid NOT NULL,
	"shop_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"version_before" integer,
	"version_after" integer,
	"version_undone" integer,
	CONSTRAINT "settings_copy_results_copy_id_shop_id_pk" PRIMARY KEY("copy_id","shop_id"),
	CONSTRAINT "settings_copy_results_state" CHECK ("settings_copy_results"."state" in ('copied', 'same', 'refused', 'undone', 'not_undone'))
);
--> statement-breakpoint
CREATE TABLE "shop_invitations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_for" uuid,
	"withdrawn_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "shop_invitations_token" UNIQUE("token_hash"),
	CONSTRAINT "shop_invitations_tenant" UNIQUE("shop_id","id"),
	CONSTRAINT "shop_invitations_role" CHECK ("shop_invitations"."role" in ('manager', 'agent', 'finance', 'viewer')),
	CONSTRAINT "shop_invitations_email_folded" CHECK ("shop_invitations"."email" = lower(trim("shop_invitations"."email"))),
	CONSTRAINT "shop_invitations_ended_once" CHECK ("shop_invitations"."accepted_at" is null or "shop_invitations"."withdrawn_at" is null)
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "id" uuid DEFAULT uuidv7() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "last_seen_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "last_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "shop_grants" ADD COLUMN "role" text DEFAULT 'manager' NOT NULL;--> statement-breakpoint
ALTER TABLE "shop_grants" ADD COLUMN "revoked_by" text;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "paused_by" text;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "paused_reason" text;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings_copies" ADD CONSTRAINT "settings_copies_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings_copy_results" ADD CONSTRAINT "settings_copy_results_copy_id_settings_copies_id_fk" FOREIGN KEY ("copy_id") REFERENCES "public"."settings_copies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings_copy_results" ADD CONSTRAINT "settings_copy_results_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_invitations" ADD CONSTRAINT "shop_invitations_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_invitations" ADD CONSTRAINT "shop_invitations_accepted_for_organizations_id_fk" FOREIGN KEY ("accepted_for") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open_once" ON "invitations" USING btree ("organization_id","email") WHERE accepted_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "settings_copies_newest" ON "settings_copies" USING btree ("user_id","copied_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "settings_copy_results_shop" ON "settings_copy_results" USING btree ("shop_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shop_invitations_open_once" ON "shop_invitations" USING btree ("shop_id","email") WHERE accepted_at is null and withdrawn_at is null;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_id" UNIQUE("id");--> statement-breakpoint
ALTER TABLE "shop_grants" ADD CONSTRAINT "shop_grants_role" CHECK ("shop_grants"."role" in ('manager', 'agent', 'finance', 'viewer'));--> statement-breakpoint

-- Invitations and copies belong to people and organizations: only the door for acts about many shops opens to them.
grant select, insert, update on invitations to kept_across;--> statement-breakpoint
grant select, insert, update on settings_copies to kept_across;--> statement-breakpoint

-- The walls of the two tables that carry a shop.
alter table shop_invitations enable row level security;--> statement-breakpoint
alter table shop_invitations force row level security;--> statement-breakpoint
create policy own_shop on shop_invitations to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop());--> statement-breakpoint
create policy across on shop_invitations to kept_across using (true) with check (true);--> statement-breakpoint
grant select, insert, update on shop_invitations to kept_app, kept_across;--> statement-breakpoint
alter table settings_copy_results enable row level security;--> statement-breakpoint
alter table settings_copy_results force row level security;--> statement-breakpoint
create policy own_shop on settings_copy_results to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop());--> statement-breakpoint
create policy across on settings_copy_results to kept_across using (true) with check (true);--> statement-breakpoint
grant select, insert, update on settings_copy_results to kept_app, kept_across;
