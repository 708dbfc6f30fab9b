using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;

namespace Tsunagu.Households.Documents;

/// <summary>The table of a document's versions.</summary>
static class DocumentTable
{
    /// <summary>Maps it.</summary>
    public static void Configure<TDocument>(ModelBuilder modelBuilder, string table)
        where TDocument : IDocument<TDocument> => modelBuilder.Entity<DocumentVersion<TDocument>>(version =>
        {
            version.ToTable(table).HasKey(v => v.Version);
            version.Property(v => v.Version).ValueGeneratedNever();
            version.Property(v => v.Document).HasColumnType("jsonb");
        });

    /// <summary>Its name, for statements that are written by hand.</summary>
    public static string Of<TDocument>(HouseholdDbContext db)
        where TDocument : IDocument<TDocument> =>
        db.Model.FindEntityType(typeof(DocumentVersion<TDocument>))?.GetTableName()
            ?? throw new InvalidOperationException($"{typeof(TDocument).Name} has no table.");
}
