namespace Tsunagu.Households.Domain;

/// <summary>Tells a file that would turn a feed over from a day's work.</summary>
static class MassChange
{
    /// <summary>Fewer records than these are never a mass: in a small feed a few decisions of one day are a large share.</summary>
    public const int Fewest = 10;

    /// <summary>True when the file must wait for somebody's word.</summary>
    /// <param name="earlier">Records before the file.</param>
    /// <param name="gone">Those of them that would end or vanish.</param>
    /// <param name="changed">Those that would change; 0 when the reading of the feed changed, and with it every record.</param>
    /// <param name="above">The feed's threshold, a share of 0 to 1.</param>
    public static bool Exceeds(int earlier, int gone, int changed, double above) =>
        gone + changed >= Fewest && gone + changed > earlier * above;
}
