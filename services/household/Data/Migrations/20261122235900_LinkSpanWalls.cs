using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>Links that there are were known since staff decided, or since the record was; versions name persons known by a key alone.</summary>
    [DbContext(typeof(HouseholdDbContext))]
    [Migration("20261122235900_LinkSpanWalls")]
    public class LinkSpanWalls : Migration
    {
        const string Versions = "involvement_version_persons";

        static readonly string[] Linkers = ["job:linking", "handler:link-decision"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                $"""
                insert into link_spans (involvement_id, resident_id, known_from, known_to)
                select l.involvement_id, l.resident_id, coalesce(l.decided_at, v.known_from), 'infinity'
                from possible_links l
                join involvements v on v.id = l.involvement_id
                join involvement_persons p on p.involvement_id = l.involvement_id and p.resident_id = l.resident_id;
                delete from {Versions} p using involvement_versions v, possible_links l
                where p.version_id = v.id and l.involvement_id = v.involvement_id;
                """);
            // As possible links: a member of any agency reads them with a purpose, and programs alone write them.
            migrationBuilder.Guard(
                "link_spans", $"{Wall.Agency} is not null and (select current_setting('tsunagu.purpose', true)) <> ''", "false",
                ["job:feed-import", .. Linkers]);
            foreach (var reader in new[] { "job:life-events", "handler:household-statistics" })
                migrationBuilder.Admit("link_spans", reader, writes: false);
            foreach (var linker in Linkers)
            {
                migrationBuilder.Dismiss("involvement_versions", linker);
                migrationBuilder.Dismiss(Versions, linker);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var linker in Linkers)
            {
                migrationBuilder.Admit("involvement_versions", linker, writes: false);
                migrationBuilder.Admit(Versions, linker, writes: true);
            }

            migrationBuilder.Unguard("link_spans");
            migrationBuilder.Sql(
                $"""
                insert into {Versions} (version_id, role, resident_number, resident_id)
                select v.id, '本人', r.number, r.id
                from link_spans s join residents r on r.id = s.resident_id join involvement_versions v on v.involvement_id = s.involvement_id
                where s.known_to = 'infinity'
                on conflict do nothing;
                """);
        }
    }
}
