using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <inheritdoc />
    public partial class Feeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "cancel_reason",
                table: "imports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "cancel_staff_id",
                table: "imports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "cancelled_at",
                table: "imports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cancelled_problem",
                table: "imports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "file_kept",
                table: "imports",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "reading",
                table: "imports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "release_reason",
                table: "imports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "release_staff_id",
                table: "imports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "released_at",
                table: "imports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "released_problem",
                table: "imports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "total_bytes",
                table: "imports",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "feed_revisions",
                columns: table => new
                {
                    feed_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "jsonb", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    staff_id = table.Column<string>(type: "text", nullable: false),
                    agency_id = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feed_revisions", x => new { x.feed_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "kept_chunks",
                columns: table => new
                {
                    storage_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    data = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_chunks", x => new { x.storage_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "kept_files",
                columns: table => new
                {
                    feed_id = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    storage_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: false),
                    dropped_columns = table.Column<string[]>(type: "text[]", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_files", x => new { x.feed_id, x.sha256 });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "feed_revisions");

            migrationBuilder.DropTable(
                name: "kept_chunks");

            migrationBuilder.DropTable(
                name: "kept_files");

            migrationBuilder.DropColumn(
                name: "cancel_reason",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "cancel_staff_id",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "cancelled_at",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "cancelled_problem",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "file_kept",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "reading",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "release_reason",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "release_staff_id",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "released_at",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "released_problem",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "total_bytes",
                table: "imports");
        }
    }
}
