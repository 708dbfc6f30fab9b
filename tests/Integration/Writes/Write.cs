using Google.Protobuf.Reflection;
using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.Integration.Writes;

/// <summary>One write of the suite: a row of the table.</summary>
/// <param name="Service">Service that is asked, such as <c>intake</c>.</param>
/// <param name="PrepareAsync">Brings about what the write needs, afresh each time.</param>
public sealed record Write(string Service, Func<WriteWorld, Task<Prepared>> PrepareAsync)
{
    const string RequestId = "request_id";

    /// <summary>Every RPC of the contract that takes a request_id.</summary>
    public static IReadOnlyDictionary<string, MethodDescriptor> InContract { get; } = ContractFiles.Methods
        .Where(method => method.InputType.FindFieldByName(RequestId) is not null)
        .ToDictionary(method => $"{method.Service.FullName}/{method.Name}", StringComparer.Ordinal);

    public static bool TakesAVersion(MethodDescriptor method) => method.InputType.FindFieldByName(Prepared.VersionField) is not null;

    public static bool TakesMoreThanItsId(MethodDescriptor method) => method.InputType.Fields.InDeclarationOrder().Any(field => field.Name != RequestId);
}
