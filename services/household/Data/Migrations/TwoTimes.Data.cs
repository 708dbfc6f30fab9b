using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>What the tables hold becomes the first version of everything; versions stand behind the same wall as what they are versions of.</summary>
    public partial class TwoTimes
    {
        static readonly string[] Versions = ["resident_versions", "involvement_versions", "involvement_version_persons"];

        // A file held on the day of Japan on which it was received.
        const string Dates =
            """
            update imports set data_date = (received_at at time zone interval '9 hours')::date;
            update residents r set valid_from = i.data_date from imports i where i.id = r.import_id;
            update involvements v set valid_from = i.data_date from imports i where i.id = v.import_id;
            alter table imports alter data_date drop default;
            alter table residents alter valid_from drop default, alter line drop default;
            alter table involvements alter valid_from drop default;
            """;

        // Known as it was until the file that no longer held it, and since then to have held until that file's day.
        const string WithdrawnResidents =
            """
            insert into resident_versions (resident_id, household_id, status, sex, name, kana, former_family_name, alias, alias_kana, roman_name,
              birth_date, relationship_codes, relationship, position, postal_code, town_code, address, phone, nationality, changed_on, line, hash,
              import_id, valid_from, valid_to, known_from, known_to)
            select r.id, household_id, status, sex, name, kana, former_family_name, alias, alias_kana, roman_name,
              birth_date, relationship_codes, relationship, position, postal_code, town_code, address, phone, nationality, changed_on, line, hash,
              import_id, t.*
            from residents r join imports w on w.id = r.withdrawn_import_id
            cross join lateral (values
              (r.valid_from, 'infinity'::date, r.known_from, w.finished_at),
              (r.valid_from, w.data_date, w.finished_at, 'infinity'::timestamptz)) t (holds, ends, known, forgotten)
            where t.holds < t.ends;
            """;

        // One row stays for each record; a record that came back had one for each time.
        const string WithdrawnInvolvements =
            """
            create temporary table one_record on commit drop as
            select id, first_value(id) over (
              partition by feed_id, record_key, occurrence order by withdrawn_import_id is null desc, known_from desc, id desc) as stays
            from involvements;
            alter table involvement_versions add source_id uuid;
            insert into involvement_versions (source_id, involvement_id, status, ended_status, detail, start_date, end_date, line, hash, import_id,
              valid_from, valid_to, known_from, known_to)
            select v.id, o.stays, v.status, v.ended_status, v.detail, v.start_date, v.end_date, v.line, v.hash, v.import_id, t.*
            from involvements v
            join one_record o on o.id = v.id
            join imports w on w.id = v.withdrawn_import_id
            cross join lateral (values
              (v.valid_from, 'infinity'::date, v.known_from, w.finished_at),
              (v.valid_from, w.data_date, w.finished_at, 'infinity'::timestamptz)) t (holds, ends, known, forgotten)
            where t.holds < t.ends;
            insert into involvement_version_persons (version_id, role, resident_number, resident_id)
            select v.id, p.role, p.resident_number, p.resident_id
            from involvement_versions v join involvement_persons p on p.involvement_id = v.source_id;
            alter table involvement_versions drop source_id;
            delete from involvement_persons p using one_record o where o.id = p.involvement_id and o.stays <> o.id;
            delete from involvements v using one_record o where o.id = v.id and o.stays <> o.id;
            """;

        const string Analyze =
            """
            create or replace function analyze_staging() returns void language plpgsql security definer set search_path = public as $$
            begin
              analyze staged_involvements;
              analyze staged_residents;
              analyze involvements;
              analyze residents;
              analyze involvement_versions;
              analyze resident_versions;
            end $$;
            """;

        const string AnalyzeAsBefore =
            """
            create or replace function analyze_staging() returns void language plpgsql security definer set search_path = public as $$
            begin
              analyze staged_involvements;
              analyze staged_residents;
              analyze involvements;
              analyze residents;
            end $$;
            """;

        static void KeepData(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Dates);
            migrationBuilder.Sql(WithdrawnResidents);
            migrationBuilder.Sql(WithdrawnInvolvements);
            migrationBuilder.Sql(Analyze);
            foreach (var table in Versions)
                migrationBuilder.Guard(table, $"{Wall.Agency} is not null and (select current_setting('tsunagu.purpose', true)) <> ''", "false", "job:feed-import");
        }
    }
}
