using System.Text;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Files left in a folder that two processes watch.</summary>
public sealed class DropFolderTests(HouseholdFixture fixture) : IClassFixture<HouseholdFixture>, IDisposable
{
    readonly DirectoryInfo root = Directory.CreateTempSubdirectory("drop");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public async Task File_IsImportedOnce_AndPutAway()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var folder = root.CreateSubdirectory(feed.Id);
        _ = root.CreateSubdirectory("unknown");
        await fixture.WatchAsync(root.FullName);
        await fixture.WatchAsync(root.FullName);
        for (var day = 1; day <= 3; day++)
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"第{day}日.csv"), MadeUpFeed.Rows(day));
            await UntilAsync(folder, "done", day);
        }
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "空.csv"), MadeUpFeed.Rows(0));
        await UntilAsync(folder, "failed", 1);
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "unknown", "x.csv"), "1,2\n", Encoding.UTF8);
        await UntilAsync(new DirectoryInfo(Path.Combine(root.FullName, "unknown")), "failed", 1);

        Assert.Equal(3, await feed.LiveAsync());
        Assert.Equal(
            4, await fixture.CountAsync($"begin; set local tsunagu.principal = 'job:feed-import'; select count(*) from imports where feed_id = '{feed.Id}' and staff_id = 'job:feed-import'"));
    }

    [Fact]
    public async Task FileTakenByAProcessThatDied_IsGoneOnWith()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var folder = root.CreateSubdirectory(feed.Id);
        var import = Guid.NewGuid();
        await File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory("working").FullName, $"{import}~取込.csv"), MadeUpFeed.Rows(2));
        await fixture.WatchAsync(root.FullName);
        await UntilAsync(folder, "done", 1);
        var found = await fixture.Administrator.GetImportAsync(new() { ImportId = import.ToString() });
        Assert.Equal((ImportState.Applied, "取込.csv", 2), (found.State, found.FileName, found.Rows));
    }

    static Task UntilAsync(DirectoryInfo feed, string place, int count) => Eventually.HoldsAsync(() =>
        Directory.Exists(Path.Combine(feed.FullName, place)) && Directory.GetFiles(Path.Combine(feed.FullName, place)).Length == count);
}
