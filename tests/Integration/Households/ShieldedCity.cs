namespace Tsunagu.Tests.Integration.Households;

/// <summary>The registered city with its list of protective measures, its towns and two departments.</summary>
public sealed class ShieldedCity : RegisteredCity
{
    /// <inheritdoc/>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var (feed, path) in City.Sample.Files(["protective-measures", "areas", "14_seikatsu_hogo", "16_kokuho_shikaku"]))
            _ = await TakeAsync(feed, City.Sample.Read(path));
    }
}
