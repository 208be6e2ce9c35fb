CREATE TABLE "bulk_batches" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"act" text NOT NULL,
	"reason" text,
	"user_id" uuid NOT NULL,
	"actor" jsonb NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "bulk_batches_tenant" UNIQUE("shop_id","id"),
	CONSTRAINT "bulk_batches_reason" CHECK ("bulk_batches"."act" <> 'decline' or "bulk_batches"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "bulk_items" (
	"shop_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"refusal" jsonb,
	"tries" integer DEFAULT 0 NOT NULL,
	"claimed_until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "bulk_items_shop_id_batch_id_return_id_pk" PRIMARY KEY("shop_id","batch_id","return_id"),
	CONSTRAINT "bulk_items_refused" CHECK (("bulk_items"."state" = 'failed') = ("bulk_items"."refusal" is not null))
);
--> statement-breakpoint
CREATE TABLE "parcels" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"carrier" text,
	"number" text NOT NULL,
	"url" text,
	"actor" jsonb NOT NULL,
	"shopify_delivery_gid" text,
	"sent_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"delivered_at" timestamp with time zone,
	CONSTRAINT "parcels_once" UNIQUE("shop_id","return_id","number")
);
--> statement-breakpoint
CREATE TABLE "return_words" (
	"shop_id" uuid NOT NULL,
	"word" text NOT NULL,
	"return_id" uuid NOT NULL,
	CONSTRAINT "return_words_shop_id_word_return_id_pk" PRIMARY KEY("shop_id","word","return_id")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"user_id" uuid,
	"name" text NOT NULL,
	"filters" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "saved_views_name" CHECK (length("saved_views"."name") between 1 and 60)
);
--> statement-breakpoint
DROP INDEX "returns_list";--> statement-breakpoint
DROP INDEX "returns_by_status";--> statement-breakpoint
DROP INDEX "returns_by_credit_state";--> statement-breakpoint
ALTER TABLE "return_lines" ADD COLUMN "received" integer;--> statement-breakpoint
ALTER TABLE "return_lines" ADD COLUMN "disposition" text;--> statement-breakpoint
ALTER TABLE "return_lines" ADD COLUMN "restock_location_gid" text;--> statement-breakpoint
ALTER TABLE "return_lines" ADD COLUMN "inspection_note" text;--> statement-breakpoint
ALTER TABLE "return_lines" ADD COLUMN "disposed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "returns" ADD COLUMN "issue_wanted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "returns" ADD COLUMN "issue_wanted_by" jsonb;--> statement-breakpoint
ALTER TABLE "returns" ADD COLUMN "stage" text GENERATED ALWAYS AS (case when credit_state in ('review','failed') then 'in_review' when status = 'requested' then 'requested' when status in ('approved','in_transit','received','inspected') then 'to_issue' else 'done' end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "returns" ADD COLUMN "total_minor" bigint GENERATED ALWAYS AS (base_minor + bonus_minor) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_batches" ADD CONSTRAINT "bulk_batches_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_batches" ADD CONSTRAINT "bulk_batches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_batch" FOREIGN KEY ("shop_id","batch_id") REFERENCES "public"."bulk_batches"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_return" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcels" ADD CONSTRAINT "parcels_return" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_words" ADD CONSTRAINT "return_words_return" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_batches_open" ON "bulk_batches" USING btree ("shop_id") WHERE "bulk_batches"."done_at" is null and "bulk_batches"."state" = 'running';--> statement-breakpoint
CREATE INDEX "bulk_items_left" ON "bulk_items" USING btree ("shop_id","batch_id","number") WHERE "bulk_items"."state" in ('waiting', 'working');--> statement-breakpoint
CREATE INDEX "bulk_items_by_return" ON "bulk_items" USING btree ("shop_id","return_id");--> statement-breakpoint
CREATE INDEX "return_words_by_return" ON "return_words" USING btree ("shop_id","return_id");--> statement-breakpoint
CREATE INDEX "saved_views_by_shop" ON "saved_views" USING btree ("shop_id","saved_at");--> statement-breakpoint
CREATE INDEX "returns_by_stage" ON "returns" USING btree ("shop_id","stage","id");--> statement-breakpoint
CREATE INDEX "returns_by_resolution" ON "returns" USING btree ("shop_id","resolution","id");--> statement-breakpoint
CREATE INDEX "returns_by_stage_and_resolution" ON "returns" USING btree ("shop_id","stage","resolution","id");--> statement-breakpoint
CREATE INDEX "returns_by_amount" ON "returns" USING btree ("shop_id","currency","total_minor","id");--> statement-breakpoint
CREATE INDEX "returns_by_stage_and_amount" ON "returns" USING btree ("shop_id","stage","currency","total_minor","id");--> statement-breakpoint
CREATE INDEX "returns_issue_wanted" ON "returns" USING btree ("shop_id","id") WHERE "returns"."issue_wanted_at" is not null;--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_received" CHECK ("return_lines"."received" between 0 and "return_lines"."quantity");--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_issue_wanted_by" CHECK (("returns"."issue_wanted_at" is null) = ("returns"."issue_wanted_by" is null));--> statement-breakpoint

-- The walls of the new tables.
do $$
declare name text;
begin
  foreach name in array array['bulk_batches', 'bulk_items', 'parcels', 'return_words', 'saved_views'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_shop on %I to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop())', name);
    execute format('create policy across on %I to kept_across using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kept_app', name);
    execute format('grant select, delete on %I to kept_across', name);
  end loop;
end $$;--> statement-breakpoint

-- What a batch was asked to do, and by whom, never changes.
create function keep_batch() returns trigger language plpgsql as $$
begin
  if (new.id, new.shop_id, new.act, new.reason, new.user_id, new.actor, new.created_at)
     is distinct from (old.id, old.shop_id, old.act, old.reason, old.user_id, old.actor, old.created_at) then
    raise exception 'what a batch was asked to do never changes' using errcode = 'KE011';
  end if;
  if old.state = 'cancelled' and new.state <> 'cancelled' then
    raise exception 'a cancelled batch stays cancelled' using errcode = 'KE011';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger lawful before update on bulk_batches for each row execute function keep_batch();--> statement-breakpoint

-- The words a return is found by. Single letters of an alphabet find nothing; a single sign of other scripts may be a word.
create function words_of(text) returns setof text language sql immutable parallel safe as $$
  select distinct left(word, 40) from regexp_split_to_table(lower($1), '[^[:alnum:]]+') word
  where length(word) > 1 or word > 'z'
$$;--> statement-breakpoint
create function add_words_of_return(r returns) returns void language sql as $$
  insert into return_words (shop_id, word, return_id)
  select r.shop_id, word, r.id from (
    select words_of(r.customer_name) union select words_of(r.order_name)
    union select left(lower(r.customer_email), 254) union select r.number::text union select 'r-' || r.number
  ) words (word) where word <> ''
  on conflict do nothing
$$;--> statement-breakpoint
create function keep_words_of_return() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from return_words where shop_id = old.shop_id and return_id = old.id;
    insert into return_words (shop_id, word, return_id)
      select l.shop_id, w, l.return_id from return_lines l, words_of(concat_ws(' ', l.title, l.variant_title, l.sku)) w
      where l.shop_id = new.shop_id and l.return_id = new.id on conflict do nothing;
  end if;
  perform add_words_of_return(new);
  return null;
end $$;--> statement-breakpoint
create trigger words_new after insert on returns for each row execute function keep_words_of_return();--> statement-breakpoint
create trigger words_changed after update of customer_name, customer_email, order_name on returns for each row
  when ((old.customer_name, old.customer_email, old.order_name) is distinct from (new.customer_name, new.customer_email, new.order_name))
  execute function keep_words_of_return();--> statement-breakpoint
create function add_words_of_line() returns trigger language plpgsql as $$
begin
  insert into return_words (shop_id, word, return_id)
    select new.shop_id, w, new.return_id from words_of(concat_ws(' ', new.title, new.variant_title, new.sku)) w
    on conflict do nothing;
  return null;
end $$;--> statement-breakpoint
create trigger words after insert on return_lines for each row execute function add_words_of_line();--> statement-breakpoint

-- Returns that are there already get theirs.
select add_words_of_return(r) from returns r;--> statement-breakpoint
insert into return_words (shop_id, word, return_id)
  select l.shop_id, w, l.return_id from return_lines l, words_of(concat_ws(' ', l.title, l.variant_title, l.sku)) w
  on conflict do nothing;
