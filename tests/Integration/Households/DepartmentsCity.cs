namespace Tsunagu.Tests.Integration.Households;

/// <summary>The registered city with what three departments know of its people on the first day; of the others nothing came.</summary>
public sealed class DepartmentsCity : RegisteredCity
{
    /// <inheritdoc/>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var (feed, path) in City.Sample.Files(["01_kaigo_nintei", "16_kokuho_shikaku", "19_shiei_jutaku"]))
            _ = await TakeAsync(feed, City.Sample.Read(path), City.FirstDay);
    }
}
