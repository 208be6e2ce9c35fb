CREATE TABLE "audit_entries" (
	"shop_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"act" text NOT NULL,
	"actor" jsonb NOT NULL,
	"ip" text,
	"subject" text,
	"before_hash" "bytea",
	"after_hash" "bytea",
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_entries_shop_id_seq_pk" PRIMARY KEY("shop_id","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"shop_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "install_states" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"domain" text NOT NULL,
	"return_to" text,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pending_connections" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"browser_hash" text NOT NULL,
	"domain" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pending_connections_browser" UNIQUE("browser_hash")
);
--> statement-breakpoint
CREATE TABLE "shop_keys" (
	"shop_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"kek" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"rewrapped_at" timestamp with time zone,
	CONSTRAINT "shop_keys_shop_id_version_pk" PRIMARY KEY("shop_id","version")
);
--> statement-breakpoint
CREATE TABLE "privacy_proofs" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"shop_hash" "bytea" NOT NULL,
	"person_hash" "bytea",
	"document_hash" "bytea",
	"touched" integer NOT NULL,
	"proved_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "privacy_requests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"customer_gid" text NOT NULL,
	"person" jsonb,
	"document" jsonb,
	"handed_over_at" timestamp with time zone,
	"handed_over_by" text,
	"requested_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "privacy_requests_tenant" UNIQUE("shop_id","id"),
	CONSTRAINT "privacy_requests_kind" CHECK ("privacy_requests"."kind" in ('data_request', 'redact_customer')),
	CONSTRAINT "privacy_requests_done" CHECK ("privacy_requests"."kind" <> 'redact_customer' or "privacy_requests"."done_at" is null or "privacy_requests"."person" is null)
);
--> statement-breakpoint
CREATE TABLE "webhook_events" (
	"shop_id" uuid NOT NULL,
	"webhook_id" text NOT NULL,
	"topic" text NOT NULL,
	"subject" text,
	"received_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"processed_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "webhook_events_shop_id_webhook_id_pk" PRIMARY KEY("shop_id","webhook_id")
);
--> statement-breakpoint
ALTER TABLE "returns" ADD COLUMN "attention" text;--> statement-breakpoint
ALTER TABLE "returns" ALTER COLUMN "stage" SET EXPRESSION AS (case when credit_state in ('review','failed') or attention is not null then 'in_review' when status = 'requested' then 'requested' when status in ('approved','in_transit','received','inspected') then 'to_issue' else 'done' end);--> statement-breakpoint
ALTER TABLE "installations" ADD COLUMN "refresh_expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "installations" ADD COLUMN "renewal_lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "installations" ADD COLUMN "renewal_refused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_heads" ADD CONSTRAINT "audit_heads_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_keys" ADD CONSTRAINT "shop_keys_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_requests" ADD CONSTRAINT "privacy_requests_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_events" ADD CONSTRAINT "webhook_events_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_by_act" ON "audit_entries" USING btree ("shop_id","act","seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "pending_connections_age" ON "pending_connections" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "shop_keys_kek" ON "shop_keys" USING btree ("kek");--> statement-breakpoint
CREATE INDEX "privacy_proofs_shop" ON "privacy_proofs" USING btree ("shop_hash");--> statement-breakpoint
CREATE INDEX "privacy_requests_newest" ON "privacy_requests" USING btree ("shop_id","requested_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "webhook_events_open" ON "webhook_events" USING btree ("received_at") WHERE processed_at is null;--> statement-breakpoint
CREATE INDEX "webhook_events_by_age" ON "webhook_events" USING btree ("shop_id","received_at");--> statement-breakpoint

-- A third role, for forgetting: it alone may change or remove history, behind a door of its own (see connection.ts).
do $$ begin create role kept_redactor nologin; exception when duplicate_object then null; end $$;--> statement-breakpoint
do $$ begin execute format('grant kept_redactor to %I', current_user); end $$;--> statement-breakpoint
grant usage on schema public to kept_redactor;--> statement-breakpoint

-- Walls of the new tables.
do $$
declare name text;
begin
  foreach name in array array['webhook_events', 'shop_keys', 'privacy_requests', 'audit_entries', 'audit_heads'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_shop on %I to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop())', name);
    execute format('create policy across on %I to kept_across using (true) with check (true)', name);
  end loop;
end $$;--> statement-breakpoint
grant select, insert, update on webhook_events, privacy_requests, shop_keys to kept_app;--> statement-breakpoint
grant select, insert, update, delete on webhook_events, shop_keys to kept_across;--> statement-breakpoint
grant select on privacy_requests to kept_across;--> statement-breakpoint
grant select, insert, update, delete on install_states, pending_connections to kept_across;--> statement-breakpoint
grant select, insert on privacy_proofs to kept_across, kept_redactor;--> statement-breakpoint
grant select, insert on audit_entries to kept_app, kept_across;--> statement-breakpoint
grant select, insert, update on audit_heads to kept_app, kept_across;--> statement-breakpoint

-- History stays what it is, except for the one role that forgets people and shops.
create or replace function refuse_rewriting() returns trigger language plpgsql as $$
begin
  if current_user = 'kept_redactor' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception '% rows are history: they are added, never changed or removed', tg_table_name using errcode = 'KE001';
end $$;--> statement-breakpoint
create or replace function keep_leg() returns trigger language plpgsql as $$
begin
  if current_user = 'kept_redactor' then
    return old;
  end if;
  raise exception 'legs are never removed' using errcode = 'KE001';
end $$;--> statement-breakpoint
create trigger history before update or delete on privacy_proofs for each row execute function refuse_rewriting();--> statement-breakpoint
create trigger history before update or delete on audit_entries for each row execute function refuse_rewriting();--> statement-breakpoint

-- Removes everything a shop ever had, the shop included, whatever tables there are. Only behind the door for forgetting.
create function forget_shop(gone uuid) returns bigint language plpgsql as $$
declare
  remaining text[];
  name text;
  counted bigint;
  removed bigint := 0;
  got_on boolean;
begin
  if current_user <> 'kept_redactor' or current_shop() is distinct from gone then
    raise exception 'a shop is forgotten behind its own door only' using errcode = 'KE011';
  end if;
  select coalesce(array_agg(c.relname::text), '{}') into remaining
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'shop_id' and not a.attisdropped
   where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relispartition;
  -- Whatever still refers to a row keeps it for a later round.
  while cardinality(remaining) > 0 loop
    got_on := false;
    foreach name in array remaining loop
      begin
        execute format('delete from %I where shop_id = $1', name) using gone;
        get diagnostics counted = row_count;
        removed := removed + counted;
        remaining := array_remove(remaining, name);
        got_on := true;
      exception when foreign_key_violation then null;
      end;
    end loop;
    if not got_on then
      raise exception 'rows of % hold one another', remaining using errcode = 'KE011';
    end if;
  end loop;
  delete from shops where id = gone;
  return removed + 1;
end $$;--> statement-breakpoint

-- The audit log is a chain per shop: numbered, dated and linked here, whoever adds an entry.
create function audit_hash(e audit_entries) returns bytea language sql stable as $$
  select sha256(e.previous_hash || convert_to(jsonb_build_array(
    e.shop_id, e.seq, (extract(epoch from e.happened_at) * 1000000)::bigint, e.act, e.actor, e.ip, e.subject,
    encode(e.before_hash, 'hex'), encode(e.after_hash, 'hex'), e.detail)::text, 'UTF8'))
$$;--> statement-breakpoint
create function chain_audit() returns trigger language plpgsql as $$
declare head audit_heads;
begin
  insert into audit_heads (shop_id, seq, hash) values (new.shop_id, 0, '') on conflict do nothing;
  select * into head from audit_heads where shop_id = new.shop_id for update;
  new.seq := head.seq + 1;
  new.previous_hash := head.hash;
  new.happened_at := clock_timestamp();
  new.hash := audit_hash(new);
  update audit_heads set seq = new.seq, hash = new.hash where shop_id = new.shop_id;
  return new;
end $$;--> statement-breakpoint
create trigger chain before insert on audit_entries for each row execute function chain_audit();--> statement-breakpoint
create function check_audit_head() returns trigger language plpgsql as $$
begin
  if new.seq > 0 and not exists (
    select 1 from audit_entries e where e.shop_id = new.shop_id and e.seq = new.seq and e.hash = new.hash)
    or (tg_op = 'UPDATE' and new.seq <> old.seq + 1) then
    raise exception 'the head of an audit log follows its entries' using errcode = 'KE012';
  end if;
  return null;
end $$;--> statement-breakpoint
create constraint trigger follows after insert or update on audit_heads deferrable initially deferred
  for each row execute function check_audit_head();--> statement-breakpoint

-- The number of the first entry that is not as it was written, or is missing, or was never written; null when all is well.
create function audit_first_bad(which uuid) returns bigint language sql stable as $$
  with chain as (
    select e, e.seq, row_number() over w as place, lag(e.hash) over w as before
      from audit_entries e where e.shop_id = which window w as (order by e.seq)),
  broken as (
    select least(seq, place) as seq from chain
     where seq <> place or (e).previous_hash <> coalesce(before, '') or (e).hash <> audit_hash(e)),
  ends as (
    select coalesce((select max(seq) from chain), 0) as last, coalesce((select seq from audit_heads where shop_id = which), 0) as head)
  select min(seq) from (
    select seq from broken
    union all select least(last, head) + 1 from ends where last <> head
    union all select last from ends join audit_heads h on h.shop_id = which
      join audit_entries a on a.shop_id = which and a.seq = h.seq where a.hash <> h.hash) bad
$$;--> statement-breakpoint

-- A shop's key is what it is; only its wrapping changes.
create function keep_shop_key() returns trigger language plpgsql as $$
begin
  if (new.shop_id, new.version, new.created_at) is distinct from (old.shop_id, old.version, old.created_at) then
    raise exception 'only the wrapping of a key changes' using errcode = 'KE010';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger lawful before update on shop_keys for each row execute function keep_shop_key();
