using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Intake.Data.Migrations
{
    /// <summary>Row-level security: an agency sees and changes what is its own, addressed to it or granted to it; programs by name.</summary>
    [DbContext(typeof(IntakeDbContext))]
    [Migration("20261122065500_RowSecurity")]
    public class RowSecurity : Migration
    {
        const string Referrals = "consumer:intake-referral";
        const string Transfer = "handler:case-transfer";
        const string Explain = "handler:explain-access";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.GuardGrants(Referrals, Transfer, Explain);
            const string own = $"agency_id = {Wall.Agency}";
            migrationBuilder.Guard("consultations", $"{own} or tsunagu_granted('consultation', id)", own, Transfer);
            migrationBuilder.Guard("cases", $"{own} or tsunagu_granted('case', id)", own, Transfer);
            foreach (var table in new[] { "consultations", "cases" })
            {
                migrationBuilder.Admit(table, Referrals, writes: false);
                migrationBuilder.Admit(table, Explain, writes: false);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in new[] { "consultations", "cases" })
            {
                migrationBuilder.Dismiss(table, Referrals);
                migrationBuilder.Dismiss(table, Explain);
                migrationBuilder.Unguard(table);
            }

            migrationBuilder.UnguardGrants();
        }
    }
}
