using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Rows;

/// <summary>What decides the meaning of a feed's cells besides them. It enters every digest, so that another reading stores every record anew.</summary>
static class RowReading
{
    /// <summary>The reading of a feed by one version of its definition.</summary>
    public static string Of(FeedLayout layout) => layout.Kind == FeedKind.Residents
        ? $"{layout.FeedId}/{layout.Version}/{SearchForm.Version}"
        : $"{layout.FeedId}/{layout.Version}";
}
