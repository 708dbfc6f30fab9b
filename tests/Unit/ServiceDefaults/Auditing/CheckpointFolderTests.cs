using Tsunagu.ServiceDefaults.Auditing;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Auditing;

public sealed class CheckpointFolderTests : IDisposable
{
    static readonly DateTimeOffset Noon = new(2026, 4, 1, 3, 0, 0, TimeSpan.Zero);
    readonly DirectoryInfo place = System.IO.Directory.CreateTempSubdirectory("audit");

    CheckpointFolder Folder => new(place.FullName, "intake");

    string Today => Path.Combine(place.FullName, "intake-2026-04-01.ndjson");

    [Fact]
    public void EmptyFolder_HasNoCopy() => Assert.Null(Folder.Newest());

    [Fact]
    public void Copies_AreLinesOfTheDayOfJapan_AndTheLastIsTheNewest()
    {
        Folder.Add(Copy(3, Noon));
        Folder.Add(Copy(5, Noon.AddHours(1)));
        Folder.Add(Copy(8, Noon.AddHours(12)));

        Assert.Equal(["intake-2026-04-01.ndjson", "intake-2026-04-02.ndjson"], place.GetFiles().Select(file => file.Name).Order());
        Assert.Equal(2, File.ReadAllLines(Today).Length);
        Assert.Equal(8, Folder.Newest()!.Size);
    }

    [Fact]
    public void FilesOfOtherServices_AreNotLookedAt()
    {
        new CheckpointFolder(place.FullName, "meeting").Add(Copy(9, Noon));

        Assert.Null(Folder.Newest());
    }

    [Fact]
    public void LineThatACrashCutOff_IsLeftAsItIs_AndTheNextBeginsAnew()
    {
        Folder.Add(Copy(3, Noon));
        File.AppendAllText(Today, Copy(4, Noon).ToLine()[..40]);
        Assert.Equal(3, Folder.Newest()!.Size);

        Folder.Add(Copy(5, Noon));

        Assert.Equal(5, Folder.Newest()!.Size);
        Assert.Equal(3, File.ReadAllLines(Today).Length);
    }

    [Fact]
    public void FolderThatIsNotThere_IsSaidToBeSo()
    {
        var away = new CheckpointFolder(Path.Combine(place.FullName, "mount"), "intake");

        Assert.ThrowsAny<IOException>(() => away.Newest());
        Assert.ThrowsAny<IOException>(() => away.Add(Copy(1, Noon)));
    }

    public void Dispose() => place.Delete(recursive: true);

    static CopiedCheckpoint Copy(long size, DateTimeOffset at) => new(at, new Checkpoint("tsunagu/intake", size, MerkleHash.Empty).Text + "\n");
}
