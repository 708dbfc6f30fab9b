using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Directory;

public sealed class DirectoryStateTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void EventsFromTheBeginning_AreCompleteOnceConfirmed()
    {
        var state = After(1, 2, 3);
        Assert.False(state.Complete);

        state.Advance(4);
        state.Confirm(completeFrom: 1, Now);

        Assert.True(state.Complete);
        Assert.Equal(Now, state.ConfirmedAt);
    }

    [Fact]
    public void EventsFromTheMiddle_AreCompleteAfterTheNextWholePublicationAlone()
    {
        var state = After(7, 8);
        state.Confirm(completeFrom: 1, Now);
        Assert.False(state.Complete);

        Advance(state, 9, 10, 11);
        state.Confirm(completeFrom: 9, Now);

        Assert.True(state.Complete);
    }

    [Fact]
    public void Gap_MakesItIncompleteUntilTheNextWholePublication()
    {
        var state = After(1, 2, 3);
        state.Confirm(completeFrom: 1, Now);

        state.Advance(5);
        Assert.False(state.Complete);
        state.Confirm(completeFrom: 1, Now);
        Assert.False(state.Complete);

        Advance(state, 6, 7);
        state.Confirm(completeFrom: 6, Now);
        Assert.True(state.Complete);
    }

    [Fact]
    public void GapWithinAWholePublication_LeavesItIncomplete()
    {
        var state = After(1, 2);
        state.Confirm(completeFrom: 1, Now);

        Advance(state, 3, 5, 6);
        state.Confirm(completeFrom: 3, Now);

        Assert.False(state.Complete);
    }

    [Fact]
    public void EventThatComesLate_ChangesNothing()
    {
        var state = After(1, 2, 3);

        Assert.False(state.Advance(2));
        Assert.False(state.Advance(3));
        Assert.Equal((3, 1), (state.Sequence, state.UnbrokenSince));
    }

    /// <summary>Random losses and whole publications, against the rule stated anew: complete when nothing since the last beginning is lost.</summary>
    [Fact]
    public void AnyLosses_AreMendedByWholePublicationsAndByNothingElse()
    {
        var random = Seed.NewRandom();
        for (var run = 0; run < 500; run++)
        {
            var state = new DirectoryState { DirectoryId = Guid.NewGuid() };
            var arrived = new HashSet<long>();
            var completeFrom = 1L;
            for (var sequence = 1L; sequence <= 40; sequence++)
            {
                if (random.Next(10) == 0)
                    completeFrom = sequence;
                if (random.Next(8) == 0)
                    continue;
                arrived.Add(sequence);
                state.Advance(sequence);
                if (random.Next(3) != 0)
                    continue;
                state.Confirm(completeFrom, Now);
                var lost = Enumerable.Range((int)completeFrom, (int)(sequence - completeFrom + 1)).Any(number => !arrived.Contains(number));
                Assert.True(lost != state.Complete, $"run {run}, sequence {sequence}");
            }
        }
    }

    static DirectoryState After(params long[] sequences)
    {
        var state = new DirectoryState { DirectoryId = Guid.NewGuid() };
        Advance(state, sequences);
        return state;
    }

    static void Advance(DirectoryState state, params long[] sequences)
    {
        foreach (var sequence in sequences)
            Assert.True(state.Advance(sequence));
    }
}
