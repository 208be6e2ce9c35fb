CREATE TABLE "portal_domains" (
	"domain" text PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"token" text NOT NULL,
	"claimed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"checked_at" timestamp with time zone,
	"verified_at" timestamp with time zone,
	CONSTRAINT "portal_domains_shopId_unique" UNIQUE("shop_id"),
	CONSTRAINT "portal_domains_host" CHECK ("portal_domains"."domain" ~ '^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$')
);
--> statement-breakpoint
CREATE TABLE "return_messages" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"author" text NOT NULL,
	"actor" jsonb NOT NULL,
	"text" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "return_photos" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"draft_id" uuid,
	"return_id" uuid,
	"fulfillment_line_item_gid" text NOT NULL,
	"store_key" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "return_photos_tenant" UNIQUE("shop_id","id"),
	CONSTRAINT "return_photos_owner" CHECK ("return_photos"."draft_id" is not null or "return_photos"."return_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "portal_domains" ADD CONSTRAINT "portal_domains_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_messages" ADD CONSTRAINT "return_messages_return" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_photos" ADD CONSTRAINT "return_photos_draft" FOREIGN KEY ("shop_id","draft_id") REFERENCES "public"."return_drafts"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_photos" ADD CONSTRAINT "return_photos_return" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "return_messages_of_return" ON "return_messages" USING btree ("shop_id","return_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "return_photos_store_key" ON "return_photos" USING btree ("store_key");--> statement-breakpoint
CREATE INDEX "return_photos_of_draft" ON "return_photos" USING btree ("shop_id","draft_id");--> statement-breakpoint
CREATE INDEX "return_photos_of_return" ON "return_photos" USING btree ("shop_id","return_id");--> statement-breakpoint

-- The wall. A domain is looked for across shops, because it is what says which shop is meant; claims meet at its key.
alter table return_photos enable row level security;--> statement-breakpoint
alter table return_photos force row level security;--> statement-breakpoint
create policy own_shop on return_photos to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop());--> statement-breakpoint
create policy across on return_photos to kept_across using (true) with check (true);--> statement-breakpoint
grant select, insert, update, delete on return_photos to kept_app;--> statement-breakpoint
alter table return_messages enable row level security;--> statement-breakpoint
alter table return_messages force row level security;--> statement-breakpoint
create policy own_shop on return_messages to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop());--> statement-breakpoint
create policy across on return_messages to kept_across using (true) with check (true);--> statement-breakpoint
grant select, insert on return_messages to kept_app;--> statement-breakpoint
alter table portal_domains enable row level security;--> statement-breakpoint
alter table portal_domains force row level security;--> statement-breakpoint
create policy own_shop on portal_domains to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop());--> statement-breakpoint
create policy across on portal_domains to kept_across using (true) with check (true);--> statement-breakpoint
grant select, insert, update, delete on portal_domains to kept_app;--> statement-breakpoint
grant select, delete on portal_domains to kept_across;
