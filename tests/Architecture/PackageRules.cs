using System.Xml.Linq;

namespace Tsunagu.Tests.Architecture;

/// <summary>Licences that would bind a city to a payment stay out.</summary>
static class PackageRules
{
    /// <summary>MassTransit needs a paid licence from version 9 on.</summary>
    public static IEnumerable<string> PaidPackages(XDocument packages) =>
        packages.Descendants("PackageVersion")
            .Select(item => (Id: item.Attribute("Include")!.Value, Version: item.Attribute("Version")!.Value))
            .Where(package => package.Id.StartsWith("MassTransit", StringComparison.Ordinal) && Major(package.Version) >= 9)
            .Select(package => $"{package.Id} {package.Version}");

    static int Major(string version) => int.Parse(version.TrimStart('[', '(').Split('.', '-', ',')[0], System.Globalization.CultureInfo.InvariantCulture);
}
