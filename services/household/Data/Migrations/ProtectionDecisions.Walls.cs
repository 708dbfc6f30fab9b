using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>What is decided about measures is seen by whoever reads the register and written under one name; stretches that are known get who told them.</summary>
    public partial class ProtectionDecisions
    {
        const string Deciding = "handler:protection";
        const string Watch = "job:protection-watch";

        static readonly string Reader = $"{Wall.Agency} is not null and (select current_setting('tsunagu.purpose', true)) <> ''";
        static readonly string[] Decided = ["registered_protections", "protection_releases", "released_spans", "reveals"];
        static readonly string[] Readers = ["handler:link-decision", "handler:household-statistics", Watch];

        // As the merge of a list has it. The column keeps its default: a replica of before, which takes a list in meanwhile, names nobody.
        const string Tell =
            """
            delete from protections;
            insert into protections (feed_id, resident_number, start_date, end_date, listed, told_by)
            select m.feed_id, p.number, m.start_date, m.end_date, bool_or(m.listed), md5(string_agg(distinct m.import_id::text, ',' order by m.import_id::text))::uuid
            from (
              select feed_id, number, companions, start_date, end_date, withdrawn_import_id is null as listed, import_id from measures
              union all
              select m.feed_id, v.number, v.companions, v.start_date, v.end_date, false, v.import_id
              from measure_versions v join measures m on m.id = v.measure_id) m
            cross join lateral unnest(array_append(m.companions, m.number)) p (number)
            group by m.feed_id, p.number, m.start_date, m.end_date;
            """;

        static void Raise(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Tell);
            foreach (var table in Decided)
                migrationBuilder.Guard(table, Reader, "false", Deciding);
            foreach (var reader in Readers)
                migrationBuilder.Admit("released_spans", reader, writes: false);
            migrationBuilder.Admit("protections", Deciding, writes: true);
            migrationBuilder.Admit("protections", Watch, writes: false);
            migrationBuilder.Guard("protection_watches", "false", "false", Watch);
        }

        static void Lower(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Unguard("protection_watches");
            migrationBuilder.Dismiss("protections", Watch);
            migrationBuilder.Dismiss("protections", Deciding);
            foreach (var reader in Readers)
                migrationBuilder.Dismiss("released_spans", reader);
            foreach (var table in Decided)
                migrationBuilder.Unguard(table);
            // The merge of before knows no stretch without a list, and would never make it anew.
            migrationBuilder.Sql("delete from protections where feed_id = ''");
        }
    }
}
