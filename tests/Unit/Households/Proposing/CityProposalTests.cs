using System.Text.Json;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Proposing;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Proposing;

/// <summary>Proposes a layout for every feed of a city, from nothing but its file and the register.</summary>
public sealed class CityProposalTests(ITestOutputHelper output)
{
    static readonly DateOnly Today = new(2026, 4, 1);

    static readonly string[] Doubts = [FindingCodes.Encoding, FindingCodes.Delimiter, FindingCodes.Header, FindingCodes.Trailer, FindingCodes.Key, FindingCodes.SecondKey, FindingCodes.Date];

    [Fact]
    public async Task EveryFeed_HasASoundLayout_WithAPreviewOfItsRows()
    {
        var register = SampleCity.Register();
        foreach (var path in SampleCity.Feeds.Concat(["residents.csv", "protective_measures.csv", "areas.csv"]))
        {
            var proposal = await FeedProposer.ProposeAsync(SampleCity.Read(path), register, Today, TestContext.Current.CancellationToken);
            Assert.NotNull(proposal.Layout);
            Assert.Empty(LayoutCheck.Problems(proposal.Layout));
            Assert.InRange(proposal.Preview.Count, 1, 10);
            Assert.True(proposal.Preview.Count(p => p.Reject is null) * 2 > proposal.Preview.Count, path);
            Assert.Equal(
                path switch
                {
                    "residents.csv" => FeedKind.Residents,
                    "protective_measures.csv" => FeedKind.ProtectiveMeasures,
                    "areas.csv" => FeedKind.Areas,
                    _ => FeedKind.Involvement,
                },
                proposal.Layout.Kind);
        }
    }

    [Fact]
    public async Task FeedsWhoseLayoutIsKnown_AreProposedRightly_OrMarkedUnsure()
    {
        if (SampleCity.Truth is not { } truth)
        {
            Assert.Skip("TSUNAGU_CITY names no city with truth/layouts.json");
            return;
        }
        var register = SampleCity.Register();
        var (right, unsure, errors) = (0, new List<string>(), new List<string>());
        foreach (var path in SampleCity.Feeds)
        {
            var proposal = await FeedProposer.ProposeAsync(SampleCity.Read(path), register, Today, TestContext.Current.CancellationToken);
            var differences = Read(truth.GetProperty(path)).Differences(proposal).ToList();
            right += differences.Count == 0 ? 1 : 0;
            if (proposal.IsUnsure(Doubts))
                unsure.Add(path);
            errors.AddRange(differences.Where(d => !d.Unsure).Select(d => $"{path}: {d.Aspect}"));
            foreach (var (aspect, said) in differences)
                output.WriteLine($"{path}: {aspect}{(said ? " (said to be unsure)" : "")}");
            output.WriteLine($"{path}: further choices {Further(proposal.Layout!, truth.GetProperty(path))}");
            foreach (var doubt in proposal.Findings.Where(f => f.Certainty == Certainty.Unsure))
                output.WriteLine($"{path}: unsure of {doubt.Code} {doubt.Column}");
        }
        output.WriteLine($"feeds={SampleCity.Feeds.Count} right={right} unsure={unsure.Count} confident-errors={errors.Count}");
        Assert.Empty(errors);
        Assert.InRange(unsure.Count, 0, 3);
        Assert.InRange(right, SampleCity.Feeds.Count - 3, SampleCity.Feeds.Count);
    }

    static LayoutTruth Read(JsonElement file) => new()
    {
        Encoding = file.GetProperty("encoding").GetString()! switch
        {
            "shift_jis" => "cp932",
            "utf-16" => "utf-16le",
            "utf-16BE" or "utf-16be" => "utf-16be",
            var other => other,
        },
        Delimiter = file.GetProperty("delimiter").GetString()![0],
        HeaderRows = file.GetProperty("header_rows").GetInt32(),
        Key = Number(file.GetProperty("key_column")),
        SecondKey = Number(file.GetProperty("second_key_column")),
        Dates = file.GetProperty("date_columns").EnumerateArray().ToDictionary(d => d.GetProperty("index").GetInt32(), d => d.GetProperty("style").GetString()!),
        None = file.GetProperty("date_columns").EnumerateArray().Where(d => d.GetProperty("none_value").ValueKind == JsonValueKind.String)
            .ToDictionary(d => d.GetProperty("index").GetInt32(), d => d.GetProperty("none_value").GetString()!),
        Forbidden = [.. file.GetProperty("forbidden_columns").EnumerateArray().Select(f => f.GetProperty("index").GetInt32())],
        TrailerFirstCell = file.TryGetProperty("trailer_first_cell", out var trailer) ? trailer.GetString() : null,
    };

    /// <summary>Start, end, status, detail, record key: what staff correct in a minute.</summary>
    static string Further(FeedLayout layout, JsonElement file)
    {
        var columns = layout.File.Columns.ToList();
        var ends = layout.End.Select(e => (int?)columns.IndexOf(e.Column)).ToList();
        var status = file.GetProperty("status_kind").GetString() == "from_end_date" ? null : Number(file.GetProperty("status_column"));
        return string.Join(' ',
            $"start={Of(layout.Start?.Column) == Number(file.GetProperty("start_column"))}",
            $"end={(Number(file.GetProperty("end_column")) is { } end ? ends.Contains(end) : ends.Count == 0)}",
            $"status={Of(layout.Status?.Column) == status}",
            $"detail={Of(layout.Detail?.Column) == (file.TryGetProperty("detail_column", out var detail) ? Number(detail) : null)}",
            $"record-key={layout.RecordKey.Select(c => columns.IndexOf(c)).Order().SequenceEqual(file.GetProperty("record_key").EnumerateArray().Select(r => r.GetInt32()).Order())}");
        int? Of(string? name) => name is null ? null : columns.IndexOf(name);
    }

    static int? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;
}
