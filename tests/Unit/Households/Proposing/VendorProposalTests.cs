using Tsunagu.Households.Layouts;
using Tsunagu.Households.Proposing;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Proposing;

/// <summary>Layouts that no city has: what is told of them must be right, or said to be unsure.</summary>
public sealed class VendorProposalTests(ITestOutputHelper output)
{
    static readonly int Layouts = Tier.IsFull ? 5000 : 500;

    [Fact]
    public async Task MadeUpLayouts_AreProposedRightly_WithHardlyAConfidentError()
    {
        var seed = Seed.Draw();
        var (right, wrong) = (0, new List<string>());
        for (var number = 0; number < Layouts; number++)
        {
            var file = VendorFile.Make(new Random(unchecked(seed * 31 + number * 7919)));
            var proposal = await FeedProposer.ProposeAsync(file.Sample, file.Register, new DateOnly(2026, 4, 1), TestContext.Current.CancellationToken);
            Assert.NotNull(proposal.Layout);
            Assert.Empty(LayoutCheck.Problems(proposal.Layout));
            var differences = file.Truth.Differences(proposal).ToList();
            if (differences.Count == 0)
                right++;
            else
                output.WriteLine($"{number}: {string.Join("; ", differences.Select(d => d.Aspect + (d.Unsure ? " (said to be unsure)" : "")))}\n  {file.Recipe}");
            if (differences.Exists(d => !d.Unsure))
                wrong.Add($"{number}");
        }
        output.WriteLine($"layouts={Layouts} right={right} ({(double)right / Layouts:P1}) confident-errors={wrong.Count} ({(double)wrong.Count / Layouts:P1})");
        Assert.True(right >= Layouts * 0.95, $"{right} of {Layouts} right");
        Assert.True(wrong.Count <= Layouts * 0.01, $"confident errors in {string.Join(", ", wrong)}");
    }
}
