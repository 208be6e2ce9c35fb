ALTER TABLE "notifications" ADD CONSTRAINT "notifications_tenant" UNIQUE("shop_id","id");--> statement-breakpoint
CREATE TABLE "letter_deliveries" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"notification_id" uuid NOT NULL,
	"remote_event_id" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text,
	"happened_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "letter_deliveries_once" UNIQUE("shop_id","remote_event_id")
);
--> statement-breakpoint
CREATE TABLE "letter_versions" (
	"shop_id" uuid NOT NULL,
	"template" text NOT NULL,
	"version" integer NOT NULL,
	"enabled" boolean NOT NULL,
	"wordings" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "letter_versions_shop_id_template_version_pk" PRIMARY KEY("shop_id","template","version")
);
--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "delivery" text;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "contact_email" text;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "reply_to" text;--> statement-breakpoint
ALTER TABLE "letter_deliveries" ADD CONSTRAINT "letter_deliveries_letter" FOREIGN KEY ("shop_id","notification_id") REFERENCES "public"."notifications"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_versions" ADD CONSTRAINT "letter_versions_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_deliveries_by_letter" ON "letter_deliveries" USING btree ("shop_id","notification_id","happened_at");--> statement-breakpoint
CREATE INDEX "notifications_remote" ON "notifications" USING btree ("remote_id") WHERE remote_id is not null;--> statement-breakpoint

-- Walls: a shop sees its own; across shops the post's events find their letter.
do $$
declare name text;
begin
  foreach name in array array['letter_deliveries', 'letter_versions'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_shop on %I to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop())', name);
    execute format('create policy across on %I to kept_across using (true) with check (true)', name);
    execute format('grant select, insert on %I to kept_app', name);
    execute format('grant select, insert, update, delete on %I to kept_across', name);
    execute format('create trigger history before update or delete on %I for each row execute function refuse_rewriting()', name);
  end loop;
end $$;
