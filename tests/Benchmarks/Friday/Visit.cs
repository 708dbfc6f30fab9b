namespace Tsunagu.Tests.Benchmarks.Friday;

/// <summary>Why somebody turns to the suite.</summary>
enum Visit
{
    Counter,
    Phone,
    Partner,
    Import,
}
