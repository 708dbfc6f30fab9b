namespace Tsunagu.Gateway.Catalogue;

/// <summary>What one segment of a path template matches.</summary>
enum SegmentKind
{
    /// <summary>Its own text.</summary>
    Literal,

    /// <summary>Any one segment.</summary>
    Single,

    /// <summary>The rest of the path.</summary>
    Rest,
}
