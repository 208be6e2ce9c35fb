-- Walls: two roles that own nothing. kept_app sees one shop's rows; kept_across is for the few acts about many shops.
do $$ begin create role kept_app nologin; exception when duplicate_object then null; end $$;--> statement-breakpoint
do $$ begin create role kept_across nologin; exception when duplicate_object then null; end $$;--> statement-breakpoint
do $$ begin execute format('grant kept_app, kept_across to %I', current_user); end $$;--> statement-breakpoint
grant usage on schema public to kept_app, kept_across;--> statement-breakpoint
grant select, insert, update, delete on all tables in schema public to kept_across;--> statement-breakpoint

create function current_shop() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.shop', true), '')::uuid $$;--> statement-breakpoint

-- Every table that carries shop_id gets the same wall. FORCE: the owner stands behind it too.
do $$
declare name text;
begin
  for name in
    select c.table_name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'shop_id' and t.table_type = 'BASE TABLE'
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_shop on %I to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop())', name);
    execute format('create policy across on %I to kept_across using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kept_app', name);
  end loop;
end $$;--> statement-breakpoint
alter table shops enable row level security;--> statement-breakpoint
alter table shops force row level security;--> statement-breakpoint
create policy own_shop on shops to kept_app using (id = current_shop()) with check (id = current_shop());--> statement-breakpoint
create policy across on shops to kept_across using (true) with check (true);--> statement-breakpoint
grant select, update on shops to kept_app;--> statement-breakpoint

-- History is not rewritten: these rows are added, never changed, never removed.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% rows are history: they are added, never changed or removed', tg_table_name using errcode = 'KE001';
end $$;--> statement-breakpoint
create trigger history before update or delete on ledger_entries for each row execute function refuse_rewriting();--> statement-breakpoint
create trigger history before update or delete on quotes for each row execute function refuse_rewriting();--> statement-breakpoint
create trigger history before update or delete on resolutions for each row execute function refuse_rewriting();--> statement-breakpoint
create trigger history before update or delete on return_events for each row execute function refuse_rewriting();--> statement-breakpoint
create trigger history before update or delete on policy_versions for each row execute function refuse_rewriting();--> statement-breakpoint
create trigger history before update or delete on issuances for each row execute function refuse_rewriting();--> statement-breakpoint

-- A leg moves only along the machine, and what it promises never changes.
create function keep_leg_lawful() returns trigger language plpgsql as $$
begin
  if (new.id, new.shop_id, new.issuance_id, new.return_id, new.kind, new.method, new.order_gid, new.amount_minor, new.currency, new.request, new.request_hash)
     is distinct from
     (old.id, old.shop_id, old.issuance_id, old.return_id, old.kind, old.method, old.order_gid, old.amount_minor, old.currency, old.request, old.request_hash) then
    raise exception 'what a leg promises never changes' using errcode = 'KE002';
  end if;
  if old.remote_transaction_gid is not null and new.remote_transaction_gid is distinct from old.remote_transaction_gid then
    raise exception 'a leg answers to one remote transaction' using errcode = 'KE003';
  end if;
  if old.state <> new.state and not (old.state, new.state) in (
    ('ready', 'sending'), ('ready', 'confirmed'), ('ready', 'human'),
    ('sending', 'confirmed'), ('sending', 'unknown'), ('sending', 'ready'), ('sending', 'human'),
    ('unknown', 'confirmed'), ('unknown', 'ready'), ('unknown', 'human'),
    ('human', 'confirmed'), ('human', 'ready'), ('human', 'rejected')
  ) then
    raise exception 'a leg does not go from % to %', old.state, new.state using errcode = 'KE004';
  end if;
  if old.state = 'ready' and new.state = 'sending' and new.kind = 'bonus' and not exists (
    select 1 from issuance_legs b where b.shop_id = new.shop_id and b.issuance_id = new.issuance_id
      and b.kind = 'base' and b.state = 'confirmed') then
    raise exception 'a bonus is never sent before its base is confirmed' using errcode = 'KE005';
  end if;
  if new.state = 'sending' and old.state <> 'sending' and not exists (
    select 1 from leg_attempts a where a.shop_id = new.shop_id and a.leg_id = new.id and a.outcome is null) then
    raise exception 'nothing is sent before its attempt is written' using errcode = 'KE006';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger lawful before update on issuance_legs for each row execute function keep_leg_lawful();--> statement-breakpoint
create function keep_leg() returns trigger language plpgsql as $$
begin
  raise exception 'legs are never removed' using errcode = 'KE001';
end $$;--> statement-breakpoint
create trigger kept before delete on issuance_legs for each row execute function keep_leg();--> statement-breakpoint
create trigger kept before delete on leg_attempts for each row execute function keep_leg();--> statement-breakpoint

-- An attempt is written once; only what came of it is added.
create function keep_attempt() returns trigger language plpgsql as $$
begin
  if (new.shop_id, new.leg_id, new.n, new.lane_id, new.epoch, new.fence, new.tag, new.idempotency_key, new.baseline, new.api_version, new.committed_at)
     is distinct from
     (old.shop_id, old.leg_id, old.n, old.lane_id, old.epoch, old.fence, old.tag, old.idempotency_key, old.baseline, old.api_version, old.committed_at) then
    raise exception 'an attempt is written once' using errcode = 'KE001';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger once before update on leg_attempts for each row execute function keep_attempt();--> statement-breakpoint

-- A lane's fence only grows.
create function keep_fence() returns trigger language plpgsql as $$
begin
  if (new.epoch, new.fence) < (old.epoch, old.fence) then
    raise exception 'a fence only grows' using errcode = 'KE007';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger fence before update on credit_lanes for each row execute function keep_fence();--> statement-breakpoint

-- Double entry: whatever a transaction posts sums to zero per posting when it commits.
create function check_posting() returns trigger language plpgsql as $$
begin
  if (select sum(amount_minor) <> 0 or count(distinct currency) > 1 from ledger_entries
      where shop_id = new.shop_id and posting_id = new.posting_id) then
    raise exception 'posting % does not sum to zero', new.posting_id using errcode = 'KE008';
  end if;
  return null;
end $$;--> statement-breakpoint
create constraint trigger balanced after insert on ledger_entries deferrable initially deferred
  for each row execute function check_posting();--> statement-breakpoint
create index ledger_entries_by_posting on ledger_entries (shop_id, posting_id);
