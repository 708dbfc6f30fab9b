using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Documents;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Flags;
using Tsunagu.Households.LifeEvents;
using Tsunagu.Households.Linking;
using Tsunagu.Households.Protections;
using Tsunagu.Households.Records;
using Tsunagu.Households.Support;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households.Data;

/// <summary>Residents, register households, imports and involvement.</summary>
sealed class HouseholdDbContext(DbContextOptions<HouseholdDbContext> options) : ServiceDbContext(options)
{
    public DbSet<FeedImport> Imports => Set<FeedImport>();

    public DbSet<FeedRevision> FeedRevisions => Set<FeedRevision>();

    public DbSet<KeptFile> KeptFiles => Set<KeptFile>();

    public DbSet<KeptChunk> KeptChunks => Set<KeptChunk>();

    public DbSet<ImportReject> Rejects => Set<ImportReject>();

    public DbSet<RegisterHousehold> Households => Set<RegisterHousehold>();

    public DbSet<Resident> Residents => Set<Resident>();

    public DbSet<ResidentSearch> Searches => Set<ResidentSearch>();

    public DbSet<InvolvementRecord> Involvements => Set<InvolvementRecord>();

    public DbSet<InvolvementPerson> InvolvementPersons => Set<InvolvementPerson>();

    public DbSet<ResidentVersion> ResidentVersions => Set<ResidentVersion>();

    public DbSet<InvolvementVersion> InvolvementVersions => Set<InvolvementVersion>();

    public DbSet<InvolvementVersionPerson> InvolvementVersionPersons => Set<InvolvementVersionPerson>();

    public DbSet<InvolvementDescription> InvolvementDescriptions => Set<InvolvementDescription>();

    public DbSet<PossibleLink> PossibleLinks => Set<PossibleLink>();

    public DbSet<LinkSpan> LinkSpans => Set<LinkSpan>();

    public DbSet<Measure> Measures => Set<Measure>();

    public DbSet<MeasureVersion> MeasureVersions => Set<MeasureVersion>();

    public DbSet<Protection> Protections => Set<Protection>();

    public DbSet<RegisteredProtection> RegisteredProtections => Set<RegisteredProtection>();

    public DbSet<ProtectionRelease> ProtectionReleases => Set<ProtectionRelease>();

    public DbSet<Reveal> Reveals => Set<Reveal>();

    public DbSet<ProtectionWatch> ProtectionWatches => Set<ProtectionWatch>();

    public DbSet<Area> Areas => Set<Area>();

    public DbSet<AreaVersion> AreaVersions => Set<AreaVersion>();

    public DbSet<LifeEvent> LifeEvents => Set<LifeEvent>();

    public DbSet<SupportHouseholdRow> SupportHouseholds => Set<SupportHouseholdRow>();

    public DbSet<SupportFact> SupportFacts => Set<SupportFact>();

    public DbSet<SupportFactVersion> SupportFactVersions => Set<SupportFactVersion>();

    public DbSet<ResidentFile> ResidentFiles => Set<ResidentFile>();

    public DbSet<ResidentFileChunk> ResidentFileChunks => Set<ResidentFileChunk>();

    public DbSet<ResidentMessage> ResidentMessages => Set<ResidentMessage>();

    /// <inheritdoc />
    protected override void ConfigureModel(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<FeedImport>(import =>
        {
            import.ToTable("imports").HasKey(i => i.Id);
            import.Property(i => i.Id).ValueGeneratedNever();
            import.Property(i => i.State).HasConversion<string>();
            import.Ignore(i => i.Finished);
            import.Ignore(i => i.Releasing);
            import.HasIndex(i => new { i.FeedId, i.ReceivedAt });
            import.HasIndex(i => new { i.FeedId, i.DataDate, i.FinishedAt });
        });
        modelBuilder.Entity<FeedRevision>(revision =>
        {
            revision.ToTable("feed_revisions").HasKey(r => new { r.FeedId, r.Version });
            revision.Property(r => r.Document).HasColumnType("jsonb");
        });
        modelBuilder.Entity<KeptFile>().ToTable("kept_files").HasKey(f => new { f.FeedId, f.Sha256 });
        modelBuilder.Entity<KeptChunk>().ToTable("kept_chunks").HasKey(c => new { c.StorageId, c.Number });
        modelBuilder.Entity<ImportReject>().ToTable("import_rejects").HasKey(r => new { r.ImportId, r.Line });
        modelBuilder.Entity<RegisterHousehold>(household =>
        {
            household.ToTable("households").HasKey(h => h.Id);
            household.HasIndex(h => h.Number).IsUnique();
        });
        modelBuilder.Entity<Resident>(resident =>
        {
            resident.ToTable("residents").HasKey(r => r.Id);
            resident.HasIndex(r => r.Number).IsUnique();
            resident.HasIndex(r => r.HouseholdId);
            resident.HasIndex(r => r.BirthDate);
            resident.HasOne<RegisterHousehold>().WithMany().HasForeignKey(r => r.HouseholdId);
        });
        modelBuilder.Entity<ResidentSearch>(search =>
        {
            search.ToTable("resident_search").HasKey(s => s.ResidentId);
            search.HasOne<Resident>().WithOne().HasForeignKey<ResidentSearch>(s => s.ResidentId);
            search.HasIndex(s => s.Keys).HasMethod("gin");
            search.HasIndex(s => s.Version);
        });
        modelBuilder.Entity<InvolvementRecord>(involvement =>
        {
            involvement.ToTable("involvements").HasKey(i => i.Id);
            involvement.HasIndex(i => new { i.FeedId, i.RecordKey, i.Occurrence }).IsUnique();
            involvement.HasIndex(i => i.ImportId);
        });
        modelBuilder.Entity<InvolvementPerson>(person =>
        {
            person.ToTable("involvement_persons").HasKey(p => new { p.InvolvementId, p.Role, p.ResidentNumber });
            person.HasIndex(p => p.ResidentId);
            person.HasIndex(p => p.ResidentNumber).HasFilter("resident_id is null");
            person.HasOne<InvolvementRecord>().WithMany().HasForeignKey(p => p.InvolvementId);
            person.HasOne<Resident>().WithMany().HasForeignKey(p => p.ResidentId);
        });
        DocumentTable.Configure<FlagRules>(modelBuilder, "flag_rules");
        modelBuilder.Entity<ResidentHit>().HasNoKey().ToView(null);
        ConfigureVersions(modelBuilder);
        LinkMapping.Configure(modelBuilder);
        ListMapping.Configure(modelBuilder);
        ProtectionMapping.Configure(modelBuilder);
        LifeEventMapping.Configure(modelBuilder);
        SupportMapping.Configure(modelBuilder);
        RecordMapping.Configure(modelBuilder);
    }

    static void ConfigureVersions(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ResidentVersion>(version =>
        {
            version.ToTable("resident_versions").HasKey(v => v.Id);
            version.HasIndex(v => v.ResidentId);
            version.HasIndex(v => v.HouseholdId);
            version.HasOne<Resident>().WithMany().HasForeignKey(v => v.ResidentId);
            version.HasOne<RegisterHousehold>().WithMany().HasForeignKey(v => v.HouseholdId);
        });
        modelBuilder.Entity<InvolvementVersion>(version =>
        {
            version.ToTable("involvement_versions").HasKey(v => v.Id);
            version.HasIndex(v => v.InvolvementId);
            version.HasOne<InvolvementRecord>().WithMany().HasForeignKey(v => v.InvolvementId);
        });
        modelBuilder.Entity<InvolvementVersionPerson>(person =>
        {
            person.ToTable("involvement_version_persons").HasKey(p => new { p.VersionId, p.Role, p.ResidentNumber });
            person.HasIndex(p => p.ResidentId);
            person.HasIndex(p => p.ResidentNumber).HasFilter("resident_id is null");
            person.HasOne<InvolvementVersion>().WithMany().HasForeignKey(p => p.VersionId);
            person.HasOne<Resident>().WithMany().HasForeignKey(p => p.ResidentId);
        });
    }
}
