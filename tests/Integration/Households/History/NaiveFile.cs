namespace Tsunagu.Tests.Integration.Households.History;

/// <summary>A whole file with its data date.</summary>
public sealed record NaiveFile(string Feed, DateOnly DataDate, IReadOnlyList<NaiveRow> Rows, byte[] Bytes);
