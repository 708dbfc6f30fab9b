using Microsoft.EntityFrameworkCore;
using Tsunagu.ServiceDefaults.Sharing;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>Tables of the directory as this service knows it.</summary>
static class DirectoryTables
{
    /// <summary>Channel on which a commit tells the replicas to read them again.</summary>
    public const string Channel = "directory";

    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AgencyEntry>(agency =>
        {
            agency.ToTable("directory_agencies").HasKey(row => row.AgencyId);
            agency.Property(row => row.Kind).HasMaxLength(100);
        });
        modelBuilder.Entity<StaffEntry>().ToTable("directory_staff").HasKey(row => row.StaffId);
        modelBuilder.Entity<AgreementEntry>(agreement =>
        {
            agreement.ToTable("directory_agreements").HasKey(row => row.AgreementId);
            agreement.Property(row => row.AgreementId).ValueGeneratedNever();
        });
        modelBuilder.Entity<SharingRuleEntry>(rule =>
        {
            rule.ToTable("directory_sharing_rules").HasKey(row => new { row.Number, row.Basis });
            rule.Property(row => row.Basis).HasConversion<string>().HasMaxLength(40);
        });
        modelBuilder.Entity<DirectoryState>(state =>
        {
            state.ToTable("directory_state").HasKey(row => row.DirectoryId);
            state.Property(row => row.DirectoryId).ValueGeneratedNever();
            state.Ignore(row => row.Complete);
        });
    }
}
