using Google.Protobuf.Reflection;
using Tsunagu.Contracts.Options.V1;

namespace Tsunagu.Tests.Integration.Writes;

/// <summary>One write of the suite: a row of the table.</summary>
/// <param name="Service">Service that is asked, such as <c>intake</c>.</param>
/// <param name="PrepareAsync">Brings about what the write needs, afresh each time.</param>
public sealed record Write(string Service, Func<WriteWorld, Task<Prepared>> PrepareAsync)
{
    const string RequestId = "request_id";

    /// <summary>Every RPC of the contract that takes a request_id.</summary>
    public static IReadOnlyDictionary<string, MethodDescriptor> InContract { get; } = typeof(OptionsReflection).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
        .Select(type => type.GetProperty("Descriptor")?.GetValue(null)).OfType<FileDescriptor>()
        .SelectMany(file => file.Services).SelectMany(service => service.Methods)
        .Where(method => method.InputType.FindFieldByName(RequestId) is not null)
        .ToDictionary(method => $"{method.Service.FullName}/{method.Name}", StringComparer.Ordinal);

    public static bool TakesAVersion(MethodDescriptor method) => method.InputType.FindFieldByName(Prepared.VersionField) is not null;
}
