using Google.Api;
using Google.Protobuf.Reflection;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.EndToEnd.Strangers;

/// <summary>Every RPC of the suite, as the contract's assembly describes them.</summary>
static class Rpcs
{
    public static IEnumerable<MethodDescriptor> All => ContractFiles.Methods;

    /// <summary>The only RPC that takes such a request.</summary>
    public static MethodDescriptor Taking(MessageDescriptor request) => ContractFiles.Methods.Single(method => method.InputType == request);

    /// <summary>As gRPC names it: <c>package.Service/Method</c>.</summary>
    public static string NameOf(MethodDescriptor method) => $"{method.Service.FullName}/{method.Name}";

    /// <summary>How it is reached by REST; null when it is not.</summary>
    public static HttpRule? RestOf(MethodDescriptor method) => method.GetOptions()?.GetExtension(AnnotationsExtensions.Http);

    public static bool IsUpload(MethodDescriptor method) => method.GetOptions()?.GetExtension(OptionsExtensions.Upload) is not null;

    public static bool IsDownload(MethodDescriptor method) => method.GetOptions()?.GetExtension(OptionsExtensions.Download) is not null;

    /// <summary>What its answers are over REST.</summary>
    public static string MediaTypeOf(MethodDescriptor method) =>
        IsDownload(method) ? "*/*" :
        method.GetOptions()?.GetExtension(OptionsExtensions.Representation)?.MediaType ?? "application/json";

    public static bool IsEventStream(MethodDescriptor method) => method.GetOptions()?.GetExtension(OptionsExtensions.EventStream) is not null;
}
