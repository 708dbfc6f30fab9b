using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Intake.Data.Migrations
{
    /// <inheritdoc />
    public partial class MeetingAttendance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "meeting_attendance",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_attendance", x => new { x.agency_id, x.meeting_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_attendance_meeting_id",
                table: "meeting_attendance",
                column: "meeting_id");

            migrationBuilder.Guard("meeting_attendance", $"agency_id = {Wall.Agency}", "false", "consumer:intake-meeting");
            migrationBuilder.Sql(
                """
                create or replace function tsunagu_attends(meeting text) returns boolean language sql stable as $$
                  select exists (select from meeting_attendance a where a.meeting_id = meeting::uuid and a.agency_id = tsunagu_agency()) $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                "create or replace function tsunagu_attends(meeting text) returns boolean language sql stable as $$ select false $$;");
            migrationBuilder.DropTable(
                name: "meeting_attendance");
        }
    }
}
