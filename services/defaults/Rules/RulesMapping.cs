using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Rules;

/// <summary>How versions of rules lie in the database of the service that owns them.</summary>
public static class RulesMapping
{
    /// <summary>Maps a version, without its rules.</summary>
    /// <param name="builder">The version.</param>
    /// <param name="table">Name of its table.</param>
    public static void MapVersion<T>(this EntityTypeBuilder<T> builder, string table)
        where T : RulesVersion
    {
        builder.ToTable(table);
        builder.HasKey(row => row.Number);
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.ProposedBy).HasColumnName("proposed_by_staff_id");
        builder.Property(row => row.DecidedBy).HasColumnName("decided_by_staff_id");
        builder.Property<uint>("Version").IsRowVersion();
    }
}
