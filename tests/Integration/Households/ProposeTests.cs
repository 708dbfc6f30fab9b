using Google.Protobuf;
using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>A new feed goes live from nothing but its file.</summary>
public sealed class ProposeTests(RegisteredCity fixture) : IClassFixture<RegisteredCity>
{
    const string File = "day1/feeds/16_kokuho_shikaku.csv";

    [Fact]
    public async Task ProposedDefinition_WithItsDepartmentFilledIn_ImportsTheFile()
    {
        var proposal = await ProposeAsync(City.Sample.Read(File), "国保資格 20260401.csv");
        Assert.Equal(("cp932", 1, "宛名番号"), (proposal.Definition.File.Encoding, proposal.Definition.File.HeaderRows, proposal.Definition.Key.Column));
        Assert.Equal(Certainty.Certain, proposal.Findings.Single(f => f.Code == "KEY").Certainty);
        Assert.Contains(proposal.Findings, f => f is { Code: "DEPARTMENT", Certainty: Certainty.Open });
        Assert.Equal(10, proposal.Preview.Count);
        Assert.Contains(proposal.Preview, row => row.Fields.Any(f => f.Name == "key" && f.Value.Length == 15));

        var definition = proposal.Definition.Clone();
        (definition.FeedId, definition.Department) = ($"proposed_{Guid.NewGuid():N}", "国保年金課");
        _ = await fixture.Administrator.CreateFeedAsync(new() { RequestId = Guid.NewGuid().ToString(), Definition = definition });
        var import = await fixture.ImportAsync(definition.FeedId, City.Sample.Read(File));
        Assert.Equal(ImportState.Applied, import.State);
        Assert.InRange(import.GoodRows, import.Rows / 2 + 1, import.Rows);
    }

    [Fact]
    public async Task Sample_IsNotStored()
    {
        var before = await ImportsAsync();
        _ = await ProposeAsync(City.Sample.Read(File), "x.csv");
        Assert.Equal(before, await ImportsAsync());
    }

    [Fact]
    public async Task EmptyUpload_IsRefused() =>
        await Refusals.AssertAsync(StatusCode.InvalidArgument, "SAMPLE_EMPTY", () => ProposeAsync([], "x.csv"));

    [Fact]
    public async Task Caseworker_MayNotPropose()
    {
        using var upload = fixture.Caseworker.ProposeFeed();
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await upload);
        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
    }

    async Task<FeedProposal> ProposeAsync(byte[] file, string name)
    {
        using var upload = fixture.Administrator.ProposeFeed();
        await upload.RequestStream.WriteAsync(new() { FileName = name });
        foreach (var piece in file.Chunk(10_000))
            await upload.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(piece) });
        await upload.RequestStream.CompleteAsync();
        return await upload;
    }

    Task<long> ImportsAsync() => fixture.CountAsync("begin; set local tsunagu.principal = 'job:feed-import'; select count(*) from imports");
}
