using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>Residents are found by hashed keys: one index for every criterion, on every server. Keys of residents who are there already are made in the background.</summary>
    [DbContext(typeof(HouseholdDbContext))]
    [Migration("20261122143000_FindResidents")]
    public class FindResidents : Migration
    {
        const string Import = "job:feed-import";
        const string Indexing = "job:search-indexing";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function search_residents(text, text, text, text, int, uuid, int);");
            migrationBuilder.DropColumn(name: "search_names", table: "residents");
            migrationBuilder.DropColumn(name: "search_kana", table: "residents");
            migrationBuilder.CreateTable(
                name: "resident_search",
                columns: table => new
                {
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    keys = table.Column<int[]>(type: "integer[]", nullable: false),
                    former_names = table.Column<string[]>(type: "text[]", nullable: false),
                    former_addresses = table.Column<string[]>(type: "text[]", nullable: false),
                    former_phones = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resident_search", x => x.resident_id);
                    table.ForeignKey(
                        name: "fk_resident_search_residents_resident_id",
                        column: x => x.resident_id,
                        principalTable: "residents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
            migrationBuilder.CreateIndex(name: "ix_resident_search_keys", table: "resident_search", column: "keys").Annotation("Npgsql:IndexMethod", "gin");
            migrationBuilder.CreateIndex(name: "ix_resident_search_version", table: "resident_search", column: "version");
            migrationBuilder.Guard("resident_search", $"{Wall.Agency} is not null and (select current_setting('tsunagu.purpose', true)) <> ''", "false", Import);
            migrationBuilder.Admit("resident_search", Indexing, writes: true);
            migrationBuilder.Admit("residents", Indexing, writes: false);
            migrationBuilder.Sql(Staging);
            migrationBuilder.Sql(Held);
            migrationBuilder.Sql(Function);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop function find_residents(text[], text[], int);
                drop function no_longer_held(text[], text[], text[]);
                delete from staged_residents;
                alter table staged_residents drop column search_keys, add column search_names text, add column search_kana text;
                """);
            migrationBuilder.Dismiss("residents", Indexing);
            migrationBuilder.DropTable(name: "resident_search");
            migrationBuilder.AddColumn<string>(name: "search_names", table: "residents", type: "text", nullable: false, defaultValue: "");
            migrationBuilder.AddColumn<string>(name: "search_kana", table: "residents", type: "text", nullable: false, defaultValue: "");
            // The function as it was; the next file of the register fills the columns that it reads.
            migrationBuilder.Sql(StagingAndSearch.SearchFunction);
        }

        // What is staged belongs to an import that this migration interrupts.
        const string Staging =
            """
            delete from staged_residents;
            alter table staged_residents drop column search_names, drop column search_kana, add column search_keys int[];
            insert into resident_search (resident_id, version, keys, former_names, former_addresses, former_phones)
            select id, 0, '{}', '{}', '{}', '{}' from residents;
            """;

        const string Held =
            """
            create function no_longer_held(before text[], was text[], now text[]) returns text[] language sql immutable as $$
              select coalesce(array_agg(distinct held order by held), '{}')
              from unnest(before || was) held where held <> '' and held <> all (now) $$;
            """;

        // Array operators are not leakproof, so row-level security would forbid their index: the search runs as the owner, gives ids alone, and asks
        // for a caller and a reason itself. A lookup is sets of keys separated by semicolons: all of the first, one of each other. Without
        // statistics of the keys a planner may take a scan with a limit for cheap, which here it never is.
        const string Function =
            """
            create function find_residents(lookups text[], numbers text[], most int)
              returns table (id uuid) language plpgsql stable security definer rows 200
              set search_path = public set enable_seqscan = off as $$
            declare
              lookup text;
              sets text[];
              conditions text;
              one int[];
              hits uuid[];
              batch uuid[];
            begin
              if tsunagu_agency() is null or coalesce(current_setting('tsunagu.purpose', true), '') = '' then
                return;
              end if;
              hits := array(select r.id from residents r where r.number = any (numbers) limit most);
              foreach lookup in array lookups loop
                exit when cardinality(hits) >= most;
                sets := string_to_array(lookup, ';');
                conditions := '';
                for i in 1 .. cardinality(sets) loop
                  -- Numbers or nothing: whatever else fails here, before any statement is made of it.
                  one := ('{' || sets[i] || '}')::int[];
                  if i = 1 and cardinality(one) > 0 then
                    conditions := format(' and s.keys @> %L::int[]', one);
                  elsif i > 1 then
                    conditions := conditions || format(' and s.keys && %L::int[]', one);
                  end if;
                end loop;
                if conditions <> '' then
                  execute format('select array(select s.resident_id from resident_search s where true%s limit $1)', conditions) into batch using most;
                  hits := array(select unnest(hits) union select unnest(batch));
                end if;
              end loop;
              return query select h from unnest(hits) h;
            end $$;
            """;
    }
}
