CREATE TABLE "credit_lanes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"owner_gid" text NOT NULL,
	"currency" char(3) NOT NULL,
	"epoch" integer DEFAULT 1 NOT NULL,
	"fence" bigint DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"holder" text,
	"frozen_reason" text,
	CONSTRAINT "credit_lanes_tenant" UNIQUE("shop_id","id"),
	CONSTRAINT "credit_lanes_account" UNIQUE("shop_id","owner_gid","currency")
);
--> statement-breakpoint
CREATE TABLE "issuance_legs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"issuance_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"method" text NOT NULL,
	"lane_id" uuid NOT NULL,
	"order_gid" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"expires_on" text,
	"request" jsonb NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"state" text DEFAULT 'ready' NOT NULL,
	"ambiguous_attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"deadline" timestamp with time zone NOT NULL,
	"remote_transaction_gid" text,
	"remote_refund_gid" text,
	"match_quality" text,
	"reason" text,
	"confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "issuance_legs_tenant" UNIQUE("shop_id","id"),
	CONSTRAINT "issuance_legs_obligation" UNIQUE("shop_id","issuance_id","kind"),
	CONSTRAINT "issuance_legs_amount" CHECK ("issuance_legs"."amount_minor" > 0),
	CONSTRAINT "issuance_legs_state" CHECK ("issuance_legs"."state" in ('ready','sending','unknown','confirmed','rejected','human')),
	CONSTRAINT "issuance_legs_confirmed" CHECK ("issuance_legs"."state" <> 'confirmed' or ("issuance_legs"."confirmed_at" is not null and "issuance_legs"."match_quality" is not null))
);
--> statement-breakpoint
CREATE TABLE "issuances" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"quote_id" uuid NOT NULL,
	"settlement" integer DEFAULT 1 NOT NULL,
	"destination" text NOT NULL,
	"actor" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "issuances_tenant" UNIQUE("shop_id","id"),
	CONSTRAINT "issuances_obligation" UNIQUE("shop_id","return_id","settlement")
);
--> statement-breakpoint
CREATE TABLE "lane_observations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"lane_id" uuid NOT NULL,
	"remote_gid" text NOT NULL,
	"kind" text NOT NULL,
	"event" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"balance_after_minor" bigint NOT NULL,
	"remaining_minor" bigint,
	"currency" char(3) NOT NULL,
	"origin_order_gid" text,
	"leg_id" uuid,
	"expires_at" timestamp with time zone,
	"happened_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "lane_observations_once" UNIQUE("shop_id","lane_id","remote_gid")
);
--> statement-breakpoint
CREATE TABLE "leg_attempts" (
	"shop_id" uuid NOT NULL,
	"leg_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"lane_id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"fence" bigint NOT NULL,
	"tag" text NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"baseline" jsonb NOT NULL,
	"token_expires_at" timestamp with time zone,
	"api_version" text NOT NULL,
	"committed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"request_id" text,
	"outcome" text,
	"negative_reads" integer DEFAULT 0 NOT NULL,
	"last_read_at" timestamp with time zone,
	CONSTRAINT "leg_attempts_leg_id_n_pk" PRIMARY KEY("leg_id","n"),
	CONSTRAINT "leg_attempts_tag" UNIQUE("shop_id","lane_id","tag")
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"posting_id" uuid NOT NULL,
	"account" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"customer_gid" text,
	"return_id" uuid,
	"leg_id" uuid,
	"remote_gid" text NOT NULL,
	"cause" text NOT NULL,
	"actor" text NOT NULL,
	"posted_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "ledger_entries_once" UNIQUE("shop_id","remote_gid","account","cause"),
	CONSTRAINT "ledger_entries_amount" CHECK ("ledger_entries"."amount_minor" <> 0)
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"template" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"recipient" text NOT NULL,
	"locale" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"subject" text,
	"remote_id" text,
	"reason" text,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"queued_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "notifications_once" UNIQUE("shop_id","dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "members_organization_id_user_id_pk" PRIMARY KEY("organization_id","user_id"),
	CONSTRAINT "members_role" CHECK ("members"."role" in ('owner', 'manager', 'agent', 'finance', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "organizations_kind" CHECK ("organizations"."kind" in ('merchant', 'agency'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_tokens" (
	"identifier" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_tokens_identifier_token_hash_pk" PRIMARY KEY("identifier","token_hash")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"email_verified_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "users_email_folded" CHECK ("users"."email" = lower(trim("users"."email")))
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"subject" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"hits" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rate_limits_subject_window_start_pk" PRIMARY KEY("subject","window_start")
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"policy_version" integer NOT NULL,
	"resolution" text NOT NULL,
	"fingerprint" text NOT NULL,
	"body" jsonb NOT NULL,
	"base_minor" bigint NOT NULL,
	"bonus_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "quotes_tenant" UNIQUE("shop_id","id"),
	CONSTRAINT "quotes_amounts" CHECK ("quotes"."base_minor" >= 0 and "quotes"."bonus_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "resolutions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"quote_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor" jsonb NOT NULL,
	"reason" text,
	"chosen_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "return_drafts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"key" text NOT NULL,
	"order_gid" text NOT NULL,
	"order_name" text NOT NULL,
	"locale" text NOT NULL,
	"selection" jsonb,
	"resolution" text,
	"quoted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "return_drafts_tenant" UNIQUE("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "return_events" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor" jsonb NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"happened_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "return_lines" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"line_item_gid" text NOT NULL,
	"fulfillment_line_item_gid" text NOT NULL,
	"shopify_return_line_gid" text,
	"title" text NOT NULL,
	"variant_title" text,
	"sku" text,
	"image_url" text,
	"quantity" integer NOT NULL,
	"accepted" integer,
	"reason" text NOT NULL,
	"sub_reason" text,
	"note" text,
	"decline_reason" text,
	CONSTRAINT "return_lines_tenant" UNIQUE("shop_id","id"),
	CONSTRAINT "return_lines_once" UNIQUE("shop_id","return_id","fulfillment_line_item_gid"),
	CONSTRAINT "return_lines_quantity" CHECK ("return_lines"."quantity" > 0 and ("return_lines"."accepted" is null or "return_lines"."accepted" between 0 and "return_lines"."quantity"))
);
--> statement-breakpoint
CREATE TABLE "returns" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"key" text NOT NULL,
	"draft_id" uuid,
	"order_gid" text NOT NULL,
	"order_name" text NOT NULL,
	"customer_gid" text,
	"customer_name" text NOT NULL,
	"customer_email" text NOT NULL,
	"locale" text NOT NULL,
	"currency" char(3) NOT NULL,
	"status" text NOT NULL,
	"credit_state" text DEFAULT 'none' NOT NULL,
	"resolution" text NOT NULL,
	"quote_id" uuid NOT NULL,
	"base_minor" bigint NOT NULL,
	"bonus_minor" bigint NOT NULL,
	"policy_version" integer NOT NULL,
	"quote_facts" jsonb NOT NULL,
	"shopify_return_gid" text,
	"differs_minor" bigint,
	"customer_note" text,
	"requested_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "returns_tenant" UNIQUE("shop_id","id"),
	CONSTRAINT "returns_number" UNIQUE("shop_id","number"),
	CONSTRAINT "returns_draft" UNIQUE("shop_id","draft_id"),
	CONSTRAINT "returns_amounts" CHECK ("returns"."base_minor" >= 0 and "returns"."bonus_minor" >= 0),
	CONSTRAINT "returns_status" CHECK ("returns"."status" in ('requested','approved','in_transit','received','inspected','resolved','declined','cancelled'))
);
--> statement-breakpoint
CREATE TABLE "installations" (
	"shop_id" uuid PRIMARY KEY NOT NULL,
	"access_token" "bytea" NOT NULL,
	"refresh_token" "bytea",
	"expires_at" timestamp with time zone,
	"scopes" text[] NOT NULL,
	"api_version" text NOT NULL,
	"installed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"uninstalled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "policy_versions" (
	"shop_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"policy" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"restores" integer,
	CONSTRAINT "policy_versions_shop_id_version_pk" PRIMARY KEY("shop_id","version"),
	CONSTRAINT "policy_versions_once" UNIQUE("shop_id","version")
);
--> statement-breakpoint
CREATE TABLE "shop_grants" (
	"shop_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "shop_grants_shop_id_organization_id_pk" PRIMARY KEY("shop_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "shops" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"organization_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"handle" text NOT NULL,
	"name" text NOT NULL,
	"currency" char(3) NOT NULL,
	"time_zone" text NOT NULL,
	"locale" text NOT NULL,
	"brand" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"store_credit_enabled" text DEFAULT 'unknown' NOT NULL,
	"accounts_version" text DEFAULT 'unknown' NOT NULL,
	"accounts_url" text,
	"checked_at" timestamp with time zone,
	"paused_at" timestamp with time zone,
	"next_return_number" integer DEFAULT 1001 NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "shops_domain_unique" UNIQUE("domain"),
	CONSTRAINT "shops_handle_unique" UNIQUE("handle"),
	CONSTRAINT "shops_domain" CHECK ("shops"."domain" ~ '^[a-z0-9][a-z0-9-]*\.myshopify\.com$'),
	CONSTRAINT "shops_handle" CHECK ("shops"."handle" ~ '^[a-z0-9][a-z0-9-]*$')
);
--> statement-breakpoint
ALTER TABLE "issuance_legs" ADD CONSTRAINT "issuance_legs_issuance" FOREIGN KEY ("shop_id","issuance_id") REFERENCES "public"."issuances"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issuance_legs" ADD CONSTRAINT "issuance_legs_lane" FOREIGN KEY ("shop_id","lane_id") REFERENCES "public"."credit_lanes"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issuance_legs" ADD CONSTRAINT "issuance_legs_return" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issuances" ADD CONSTRAINT "issuances_return" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issuances" ADD CONSTRAINT "issuances_quote" FOREIGN KEY ("shop_id","quote_id") REFERENCES "public"."quotes"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lane_observations" ADD CONSTRAINT "lane_observations_lane" FOREIGN KEY ("shop_id","lane_id") REFERENCES "public"."credit_lanes"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leg_attempts" ADD CONSTRAINT "leg_attempts_leg" FOREIGN KEY ("shop_id","leg_id") REFERENCES "public"."issuance_legs"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_leg" FOREIGN KEY ("shop_id","leg_id") REFERENCES "public"."issuance_legs"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_return" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_return" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_return" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_quote" FOREIGN KEY ("shop_id","quote_id") REFERENCES "public"."quotes"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_drafts" ADD CONSTRAINT "return_drafts_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_events" ADD CONSTRAINT "return_events_return" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_return" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_policy" FOREIGN KEY ("shop_id","policy_version") REFERENCES "public"."policy_versions"("shop_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "installations" ADD CONSTRAINT "installations_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_grants" ADD CONSTRAINT "shop_grants_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_grants" ADD CONSTRAINT "shop_grants_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_grants" ADD CONSTRAINT "shop_grants_granted_by_users_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shops" ADD CONSTRAINT "shops_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_in_flight_per_lane" ON "issuance_legs" USING btree ("lane_id") WHERE state in ('sending', 'unknown');--> statement-breakpoint
CREATE UNIQUE INDEX "one_base_in_flight_per_order" ON "issuance_legs" USING btree ("shop_id","order_gid") WHERE kind = 'base' and state in ('sending', 'unknown');--> statement-breakpoint
CREATE UNIQUE INDEX "one_claim_per_remote_transaction" ON "issuance_legs" USING btree ("shop_id","remote_transaction_gid") WHERE remote_transaction_gid is not null;--> statement-breakpoint
CREATE INDEX "issuance_legs_due" ON "issuance_legs" USING btree ("next_at") WHERE state in ('ready', 'sending', 'unknown');--> statement-breakpoint
CREATE INDEX "issuance_legs_by_return" ON "issuance_legs" USING btree ("shop_id","return_id");--> statement-breakpoint
CREATE INDEX "issuance_legs_by_state" ON "issuance_legs" USING btree ("shop_id","state","id");--> statement-breakpoint
CREATE INDEX "ledger_entries_by_return" ON "ledger_entries" USING btree ("shop_id","return_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_by_account" ON "ledger_entries" USING btree ("shop_id","account","currency","posted_at");--> statement-breakpoint
CREATE INDEX "ledger_entries_by_customer" ON "ledger_entries" USING btree ("shop_id","customer_gid","currency");--> statement-breakpoint
CREATE INDEX "notifications_by_return" ON "notifications" USING btree ("shop_id","return_id");--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "quotes_return" ON "quotes" USING btree ("shop_id","return_id");--> statement-breakpoint
CREATE INDEX "resolutions_return" ON "resolutions" USING btree ("shop_id","return_id");--> statement-breakpoint
CREATE UNIQUE INDEX "return_drafts_key" ON "return_drafts" USING btree ("shop_id","key");--> statement-breakpoint
CREATE INDEX "return_events_timeline" ON "return_events" USING btree ("shop_id","return_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "returns_key" ON "returns" USING btree ("key");--> statement-breakpoint
CREATE INDEX "returns_list" ON "returns" USING btree ("shop_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "returns_by_status" ON "returns" USING btree ("shop_id","status","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "returns_by_credit_state" ON "returns" USING btree ("shop_id","credit_state","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "returns_by_order" ON "returns" USING btree ("shop_id","order_gid");--> statement-breakpoint
CREATE INDEX "returns_by_customer" ON "returns" USING btree ("shop_id","customer_gid");--> statement-breakpoint
CREATE INDEX "returns_by_email" ON "returns" USING btree ("shop_id","customer_email");--> statement-breakpoint
CREATE INDEX "shop_grants_organization" ON "shop_grants" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "shops_organization" ON "shops" USING btree ("organization_id");