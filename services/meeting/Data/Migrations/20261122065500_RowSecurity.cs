using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Meetings.Data.Migrations
{
    /// <summary>Row-level security: an agency sees and changes what is its own, addressed to it or granted to it; programs by name.</summary>
    [DbContext(typeof(MeetingDbContext))]
    [Migration("20261122065500_RowSecurity")]
    public class RowSecurity : Migration
    {
        const string Explain = "handler:explain-access";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.GuardGrants(Explain);
            // A policy on meetings that reads invitations, whose policy reads meetings, would never end: whether the session's agency is invited is
            // asked as the owner, and says nothing else.
            migrationBuilder.Sql(
                """
                create function tsunagu_invited(meeting uuid) returns boolean language sql stable security definer set search_path = public as $$
                  select exists (select from invitations i where i.meeting_id = meeting and i.agency_id = tsunagu_agency()) $$;
                """);
            const string own = $"convener_agency_id = {Wall.Agency}";
            migrationBuilder.Guard("meetings", $"{own} or tsunagu_invited(id) or tsunagu_granted('meeting', id)", own);
            migrationBuilder.Admit("meetings", Explain, writes: false);
            // What lies below a meeting follows the meeting.
            foreach (var table in new[] { "invitations", "decisions" })
            {
                migrationBuilder.Guard(
                    table,
                    "exists (select from meetings m where m.id = meeting_id)",
                    $"exists (select from meetings m where m.id = meeting_id and m.{own})");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in new[] { "decisions", "invitations" })
                migrationBuilder.Unguard(table);
            migrationBuilder.Dismiss("meetings", Explain);
            migrationBuilder.Unguard("meetings");
            migrationBuilder.Sql("drop function tsunagu_invited(uuid);");
            migrationBuilder.UnguardGrants();
        }
    }
}
