using Tsunagu.Households.Imports;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class SnapshotPlaceTests
{
    static readonly DateTimeOffset Last = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(-60_000_000, 1)]
    [InlineData(60_000_000, 60_000_000)]
    public void WhatAFileTells_IsKnownAfterEverythingTheFeedToldBefore(long clockMicroseconds, long known) =>
        Assert.Equal(Last.AddMicroseconds(known), Place(Last).KnownFrom(Last.AddMicroseconds(clockMicroseconds)));

    [Fact]
    public void FirstFile_IsKnownFromNow() => Assert.Equal(Last, Place(null).KnownFrom(Last));

    static SnapshotPlace Place(DateTimeOffset? last) => new(new MergeWindow(new(2026, 4, 1), null, null), null, null, last);
}
