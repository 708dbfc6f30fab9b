using Google.Protobuf;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Population;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Two files of the register at once.</summary>
public sealed class RacingRegisterTests(HouseholdFixture fixture) : IClassFixture<HouseholdFixture>
{
    // More than is looked at before the first row is read.
    const int People = 800;

    [Fact]
    public async Task PersonChangedByAnotherFileWhileTheirOwnArrives_IsFoundAsTheLaterFileHasThem()
    {
        var before = Town.People(People, 77, new DateOnly(2026, 4, 1)).ToArray();
        var changed = before.Select((person, place) => place == 0 ? person with { Given = new("琉璃之介", "ルリノスケ") } : person);
        Assert.Equal(ImportState.Applied, (await fixture.ImportAsync("residents", before)).State);

        // Staged while the register holds the person as the file does, and merged after it held them otherwise.
        byte[] file = [.. RegisterFile.Pieces(before).SelectMany(piece => piece)];
        var id = Guid.NewGuid().ToString();
        using var upload = fixture.Administrator.ImportFeed();
        await upload.RequestStream.WriteAsync(new() { FeedId = "residents", RequestId = id });
        await upload.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(file, 0, file.Length - 1) });
        _ = await fixture.UntilAsync(id, i => i.State == ImportState.Running && i.Rows > 0);
        Assert.Equal(ImportState.Applied, (await fixture.ImportAsync("residents", changed)).State);
        await upload.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(file, file.Length - 1, 1) });
        await upload.RequestStream.CompleteAsync();
        var import = await upload;
        Assert.Equal((ImportState.Applied, 1), (import.State, import.Changed));

        _ = await Eventually.GetAsync(
            async () => await fixture.Caseworker.SearchResidentsAsync(new() { Kana = before[0].Kana }),
            answer => answer.Matches.Any(match => match.Resident.ResidentNumber == before[0].Number && match.Resident.Kana.EndsWith(before[0].Given.Kana, StringComparison.Ordinal)));
        Assert.Equal(0, await fixture.CountAsync("begin; set local tsunagu.principal = 'job:search-indexing'; select count(*) from resident_search where cardinality(keys) = 0"));
    }
}
