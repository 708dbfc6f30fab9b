namespace Tsunagu.Tests.Benchmarks.Imports;

/// <summary>What a feed exports on one day, in pieces of whole lines.</summary>
sealed record DayFile(string Feed, int Rows, IReadOnlyList<byte[]> Pieces);
