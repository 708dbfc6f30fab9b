using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;

#nullable disable

namespace Tsunagu.Intake.Data.Migrations
{
    /// <summary>Explaining access asks who attends a meeting.</summary>
    [DbContext(typeof(IntakeDbContext))]
    [Migration("20261122074700_ExplainAttendance")]
    public class ExplainAttendance : Migration
    {
        const string Explain = "handler:explain-access";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Admit("meeting_attendance", Explain, writes: false);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Dismiss("meeting_attendance", Explain);
    }
}
