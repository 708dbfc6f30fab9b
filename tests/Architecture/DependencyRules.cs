using System.Xml.Linq;

namespace Tsunagu.Tests.Architecture;

/// <summary>Which project may reference which, read from the project files.</summary>
static class DependencyRules
{
    static readonly string[] AllowedForServices = ["ServiceDefaults", "Contracts"];

    /// <summary>References of a service, or of the gateway, to anything but the contract and the defaults.</summary>
    public static IEnumerable<string> Violations(string project, XDocument content) =>
        References(content)
            .Where(reference => !AllowedForServices.Contains(reference))
            .Select(reference => $"{project} references {reference}");

    /// <summary>The defaults know the contract and no service.</summary>
    public static IEnumerable<string> DefaultsViolations(XDocument content) =>
        References(content)
            .Where(reference => reference != "Contracts")
            .Select(reference => $"ServiceDefaults references {reference}");

    static IEnumerable<string> References(XDocument content) =>
        content.Descendants("ProjectReference")
            .Select(item => Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value.Replace('\\', '/')));
}
