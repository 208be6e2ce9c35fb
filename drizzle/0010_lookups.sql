CREATE TABLE "lookups" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"key" text NOT NULL,
	"order_name" text NOT NULL,
	"contact_kind" text NOT NULL,
	"contact" text NOT NULL,
	"locale" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked" integer DEFAULT 1 NOT NULL,
	"wrong_tries" integer DEFAULT 0 NOT NULL,
	"tries_before" integer DEFAULT 0 NOT NULL,
	"order_gid" text,
	"order_number" text,
	"code_hash" "bytea",
	"code_sent_at" timestamp with time zone,
	"proved_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lookups_tenant" UNIQUE("shop_id","id"),
	CONSTRAINT "lookups_code" CHECK (("lookups"."code_hash" is null) = ("lookups"."code_sent_at" is null) and ("lookups"."code_hash" is null or "lookups"."order_gid" is not null)),
	CONSTRAINT "lookups_proved" CHECK ("lookups"."proved_at" is null or "lookups"."code_hash" is not null)
);
--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "portal" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "lookups" ADD CONSTRAINT "lookups_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "lookups_key" ON "lookups" USING btree ("shop_id","key");--> statement-breakpoint
CREATE INDEX "lookups_of_order" ON "lookups" USING btree ("shop_id","order_gid","code_sent_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "lookups_expired" ON "lookups" USING btree ("expires_at");--> statement-breakpoint

-- The wall. A shop's visitors and its worker write and forget lookups; nobody reads them across shops.
alter table lookups enable row level security;--> statement-breakpoint
alter table lookups force row level security;--> statement-breakpoint
create policy own_shop on lookups to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop());--> statement-breakpoint
create policy across on lookups to kept_across using (true) with check (true);--> statement-breakpoint
grant select, insert, update, delete on lookups to kept_app;
