namespace Tsunagu.Households.Records;

/// <summary>Where in a JPEG its next byte stands.</summary>
enum JpegState
{
    /// <summary>Before or in a marker.</summary>
    Marker,

    /// <summary>In the length of a segment.</summary>
    Length,

    /// <summary>In a segment.</summary>
    Segment,

    /// <summary>In the picture's data.</summary>
    Scan,

    /// <summary>There, behind a byte that may lead a marker.</summary>
    ScanLead,

    /// <summary>Behind the end.</summary>
    Ended,
}
