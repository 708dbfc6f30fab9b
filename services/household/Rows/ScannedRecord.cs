using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Rows;

/// <summary>A record of a file and what it is there.</summary>
/// <param name="Record">The record.</param>
/// <param name="Reject">Why it cannot be kept as data, if so.</param>
/// <param name="Part">Header, data or neither.</param>
readonly record struct ScannedRecord(SourceRecord Record, Reject? Reject, FilePart Part);

/// <summary>What a record is within its file.</summary>
enum FilePart
{
    /// <summary>A line before the first row.</summary>
    Header,

    /// <summary>A row of the feed.</summary>
    Data,

    /// <summary>A total line, a repeated header, or whatever follows a foreign header.</summary>
    Other,
}
