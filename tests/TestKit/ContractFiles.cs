using Google.Protobuf.Reflection;
using Tsunagu.Contracts.Options.V1;

namespace Tsunagu.Tests.TestKit;

/// <summary>What the contract's assembly describes: every file of the suite, so that a new one cannot be forgotten by a test.</summary>
public static class ContractFiles
{
    /// <summary>The files, by name.</summary>
    public static IReadOnlyList<FileDescriptor> All { get; } =
    [
        .. typeof(OptionsReflection).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(type => type.GetProperty("Descriptor")?.GetValue(null)).OfType<FileDescriptor>()
            .Where(file => file.Package.StartsWith("tsunagu.", StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];

    /// <summary>Every operation.</summary>
    public static IReadOnlyList<MethodDescriptor> Methods { get; } = [.. All.SelectMany(file => file.Services).SelectMany(service => service.Methods)];
}
