using System.Text.Json;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Layouts;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>The definitions that are shipped.</summary>
public sealed class SampleFeedTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Repository.PathOf("apphost/sample/feeds"), "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Definition_IsSoundAndSurvivesTheLayout(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.PathOf("apphost/sample/feeds"), file)));
        foreach (var version in document.RootElement.GetProperty("versions").EnumerateArray())
        {
            var definition = FeedDocument.Parse(version.GetProperty("definition").GetRawText());
            Assert.Equal(Path.GetFileNameWithoutExtension(file), definition.FeedId);
            var layout = FeedDefinitionReader.Read(definition, 1, out var problems);
            Assert.Empty(problems);
            // What may be left out is written out.
            if (definition.File.Quoting == FeedQuoting.Unspecified)
                definition.File.Quoting = FeedQuoting.Quoted;
            definition.ExpectedDays = layout.ExpectedDays;
            definition.Thresholds ??= new FeedThresholds();
            (definition.Thresholds.TruncatedBelow, definition.Thresholds.MassChangeAbove) = (layout.TruncatedBelow, layout.MassChangeAbove);
            Assert.Equal(definition, FeedDefinitionWriter.Write(layout));
        }
    }
}
