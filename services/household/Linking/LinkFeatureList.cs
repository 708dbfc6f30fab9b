using System.Text.Json;

namespace Tsunagu.Households.Linking;

/// <summary>Features as they are kept: JSON of codes and weights.</summary>
static class LinkFeatureList
{
    public static string Write(IReadOnlyList<FeatureScore> features) => JsonSerializer.Serialize(features);

    public static IReadOnlyList<FeatureScore> Read(string json) => JsonSerializer.Deserialize<FeatureScore[]>(json) ?? [];
}
