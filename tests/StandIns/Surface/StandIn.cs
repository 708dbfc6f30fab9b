using System.Reflection;
using System.Xml.Linq;
using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.StandIns.Surface;

/// <summary>One stand-in: its folder, its sources and its assembly.</summary>
sealed record StandIn(string Name, string Folder)
{
    static readonly string[] Rooms = ["contracts/standins", "apphost/standins"];

    /// <summary>Every folder that stands in for a package; the name of the folder is that of the package.</summary>
    public static IReadOnlyList<StandIn> All { get; } =
    [
        .. Rooms.Select(Repository.PathOf).SelectMany(Directory.GetDirectories)
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any() || Directory.Exists(Path.Combine(folder, "Sdk")))
            .Select(folder => new StandIn(Path.GetFileName(folder), folder)).OrderBy(one => one.Name, StringComparer.Ordinal),
    ];

    /// <summary>The list of public members, beside the stand-ins of the room.</summary>
    public string SurfaceFile => Path.Combine(Path.GetDirectoryName(Folder)!, "surface", $"{Name}.txt");

    /// <summary>Whether it holds code, not references alone.</summary>
    public bool HasCode => Sources.Count > 0 || Directory.EnumerateFiles(Folder, "*.proto", SearchOption.AllDirectories).Any();

    /// <summary>Its C# files.</summary>
    public IReadOnlyList<string> Sources { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar)[0].Equals("obj", StringComparison.Ordinal)),
    ];

    /// <summary>Its README, or nothing.</summary>
    public string Readme => Path.Combine(Folder, "README.md") is var file && File.Exists(file) ? File.ReadAllText(file) : "";

    /// <summary>Version that the suite would restore instead; a part of a package that no project names says itself what it stands in for.</summary>
    public string? PackageVersion => Versions.GetValueOrDefault(Name) ?? OwnVersion;

    string? OwnVersion => Path.Combine(Folder, $"{Name}.csproj") is var project && File.Exists(project)
        ? XDocument.Load(project).Descendants("Version").SingleOrDefault()?.Value
        : null;

    static IReadOnlyDictionary<string, string> Versions { get; } = XDocument.Load(Repository.PathOf("Directory.Packages.props"))
        .Descendants("PackageVersion").GroupBy(item => item.Attribute("Include")!.Value, item => item.Attribute("Version")!.Value)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>The compiled assembly.</summary>
    public Assembly Load() => Assembly.Load(new AssemblyName(Name));

    /// <inheritdoc />
    public override string ToString() => Name;
}
