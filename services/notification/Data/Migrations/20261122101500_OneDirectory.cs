using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Directory;

#nullable disable

namespace Tsunagu.Notifications.Data.Migrations
{
    /// <summary>This service follows one directory, whichever it hears of first.</summary>
    [DbContext(typeof(NotificationDbContext))]
    [Migration("20261122101500_OneDirectory")]
    public class OneDirectoryOnly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.FollowOneDirectory();

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.FollowAnyDirectory();
    }
}
