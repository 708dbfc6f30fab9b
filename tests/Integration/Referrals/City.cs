using System.Text.Json;

namespace Tsunagu.Tests.Integration.Referrals;

/// <summary>A sample city whose agencies no other test knows: events of other tests on the same broker concern none of them.</summary>
public sealed class City : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tsunagu-city-");
    readonly string _run = Guid.NewGuid().ToString("N")[..8];

    public City()
    {
        Write("agencies.json", [
            new { agencyId = Sender.Agency, name = "納税課", kind = "city_department" },
            new { agencyId = Receiver.Agency, name = "NPO法人くらしの消費者支援ネット", kind = "npo" },
            new { agencyId = Stranger.Agency, name = "社会福祉協議会", kind = "social-welfare-council" },
        ]);
        Write("staff.json", [
            new { staffId = Sender.Staff, agencyId = Sender.Agency, name = "戸塚　健吾", roles = Sender.Roles },
            new { staffId = Administrator.Staff, agencyId = Administrator.Agency, name = "情報システム課　担当", roles = Administrator.Roles },
            new { staffId = Deputy.Staff, agencyId = Deputy.Agency, name = "情報システム課　代理", roles = Deputy.Roles },
            new { staffId = Receiver.Staff, agencyId = Receiver.Agency, name = "谷口　恵", roles = Receiver.Roles },
        ]);
    }

    public string Path => _folder.FullName;

    public Person Sender => new($"tax-01-{_run}", $"tax-{_run}", "caseworker");

    public Person SendersCoordinator => new($"tax-09-{_run}", Sender.Agency, "coordinator");

    public Person Planner => new($"planner-01-{_run}", Sender.Agency, "planner");

    public Person Administrator => new($"admin-01-{_run}", Sender.Agency, "administrator");

    /// <summary>The other administrator.</summary>
    public Person Deputy => new($"admin-02-{_run}", Sender.Agency, "administrator");

    public Person Receiver => new($"npo-01-{_run}", $"npo-{_run}", "partner");

    public Person Stranger => new($"shakyo-01-{_run}", $"shakyo-{_run}", "partner");

    public void Dispose() => _folder.Delete(recursive: true);

    void Write(string file, object[] lines) => File.WriteAllText(System.IO.Path.Combine(Path, file), JsonSerializer.Serialize(lines));
}
