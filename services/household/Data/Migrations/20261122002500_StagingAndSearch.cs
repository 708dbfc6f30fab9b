using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>What the model does not hold: staging tables, row-level security, the search function and its index.</summary>
    [DbContext(typeof(HouseholdDbContext))]
    [Migration("20261122002500_StagingAndSearch")]
    public class StagingAndSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Staging);
            migrationBuilder.Sql(RowSecurity);
            migrationBuilder.Sql(SearchIndex);
            migrationBuilder.Sql(SearchFunction);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            drop function search_residents(text, text, text, text, int, uuid, int);
            drop index if exists ix_residents_search_names;
            drop index if exists ix_residents_search_kana;
            drop policy reader_has_reason on residents;
            drop policy reader_has_reason on involvements;
            drop policy reader_has_reason on involvement_persons;
            alter table residents disable row level security;
            alter table involvements disable row level security;
            alter table involvement_persons disable row level security;
            drop function analyze_staging();
            drop table staged_involvements;
            drop table staged_residents;
            """);

        // Unlogged: what a crash loses is the staging of an import that failed with it.
        const string Staging =
            """
            create unlogged table staged_involvements (
              import_id uuid not null, line int not null, reject_column text, reject_reason text,
              id uuid, record_key text, key1 text, key2 text, status text, ended_status text, detail text,
              start_date date, end_date date, hash uuid, occurrence int, held boolean not null default false);
            create index ix_staged_involvements_import on staged_involvements (import_id, line);
            create unlogged table staged_residents (
              import_id uuid not null, line int not null, reject_column text, reject_reason text,
              id uuid, household_id uuid, number text, household_number text, status int, sex int,
              name text, kana text, former_family_name text, alias text, alias_kana text, roman_name text, birth_date text,
              relationship_codes text[], relationship text, position int,
              postal_code text, town_code text, address text, phone text, nationality text, changed_on date,
              search_names text, search_kana text, hash uuid);
            create index ix_staged_residents_import on staged_residents (import_id, line);
            -- Only an owner may analyse, and a merge without statistics may take a quadratic plan.
            create function analyze_staging() returns void language plpgsql security definer set search_path = public as $$
            begin
              analyze staged_involvements;
              analyze staged_residents;
              analyze involvements;
              analyze residents;
            end $$;
            """;

        const string RowSecurity =
            """
            alter table residents enable row level security;
            alter table involvements enable row level security;
            alter table involvement_persons enable row level security;
            create policy reader_has_reason on residents
              using ((select current_setting('tsunagu.purpose', true)) <> '' or (select current_setting('tsunagu.principal', true)) <> '');
            create policy reader_has_reason on involvements
              using ((select current_setting('tsunagu.purpose', true)) <> '' or (select current_setting('tsunagu.principal', true)) <> '');
            create policy reader_has_reason on involvement_persons
              using ((select current_setting('tsunagu.purpose', true)) <> '' or (select current_setting('tsunagu.principal', true)) <> '');
            """;

        // Partial names need trigrams; a server without the extension still answers, by reading every row.
        const string SearchIndex =
            """
            do $$ begin
              if exists (select from pg_available_extensions where name = 'pg_trgm') then
                create extension if not exists pg_trgm;
                create index ix_residents_search_names on residents using gin (search_names gin_trgm_ops);
                create index ix_residents_search_kana on residents using gin (search_kana gin_trgm_ops);
              end if;
            end $$;
            """;

        // LIKE is not leakproof, so row-level security would forbid its index: the search runs as the owner and gives ids and
        // scores alone, and asks for a reason itself. A whole name scores 1000, a leading part 900, a trailing one 800, an inner one 600; several criteria
        // are averaged, and people who left the city come behind.
        internal const string SearchFunction =
            """
            create function search_residents(
              number text, names text, kana text, born text, below int, after uuid, most int)
              returns table (id uuid, score int) language plpgsql stable security definer set search_path = public as $$
            declare
              filter text := 'r.withdrawn_import_id is null';
              points text := '';
              criteria int := 0;
            begin
              if coalesce(current_setting('tsunagu.purpose', true), '') = '' and coalesce(current_setting('tsunagu.principal', true), '') = '' then
                return;
              end if;
              if number is not null then
                filter := filter || format(' and r.number = %L', number);
                points := points || ' + 1000';
                criteria := criteria + 1;
              end if;
              if names is not null then
                filter := filter || format(' and r.search_names like %L', '%' || names || '%');
                points := points || format(' + case when r.search_names like %L then 1000 when r.search_names like %L then 900
                  when r.search_names like %L then 800 else 600 end', '%|' || names || '|%', '%|' || names || '%', '%' || names || '|%');
                criteria := criteria + 1;
              end if;
              if kana is not null then
                filter := filter || format(' and r.search_kana like %L', '%' || kana || '%');
                points := points || format(' + case when r.search_kana like %L then 1000 when r.search_kana like %L then 900
                  when r.search_kana like %L then 800 else 600 end', '%|' || kana || '|%', '%|' || kana || '%', '%' || kana || '|%');
                criteria := criteria + 1;
              end if;
              if born is not null then
                filter := filter || format(' and r.birth_date in (%L, %L, %L)', born, left(born, 7), left(born, 4));
                points := points || format(' + case when r.birth_date = %L then 1000 else 700 end', born);
                criteria := criteria + 1;
              end if;
              if criteria = 0 then
                return;
              end if;
              return query execute format(
                'select m.id, m.score from (
                   select r.id, ((0%s) / %s - case when r.status = 0 then 0 else 100 end)::int as score from residents r where %s) m
                 where m.score < $1 or (m.score = $1 and m.id > $2) order by m.score desc, m.id limit $3', points, criteria, filter)
                using below, after, most;
            end $$;
            """;
    }
}
