using Tsunagu.Households.Data;
using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Imports;

/// <summary>One reading of a file.</summary>
/// <param name="Id">The import.</param>
/// <param name="Layout">The version of the feed's definition that it is read with.</param>
sealed record ImportRun(Guid Id, FeedLayout Layout)
{
    /// <summary>The copy that is read anew; null while the file itself comes in.</summary>
    public KeptFile? Copy { get; init; }
}
