using Google.Protobuf.Reflection;
using Tsunagu.Contracts.Options.V1;

namespace Tsunagu.Gateway.Catalogue;

/// <summary>One RPC of the contract with everything the gateway derives from it.</summary>
sealed record Operation(
    MethodDescriptor Method,
    AccessOption? Access,
    IReadOnlyList<HttpBinding> Bindings,
    EventStreamOption? EventStream,
    UploadOption? Upload)
{
    /// <summary>Full name, such as <c>tsunagu.referral.v1.ReferralService.SendReferral</c>.</summary>
    public string Name => Method.FullName;

    /// <summary>Owning service, the second part of the proto package: the name it is configured and discovered by.</summary>
    public string Service => Method.File.Package.Split('.')[1];

    /// <summary>Path of the gRPC call.</summary>
    public string GrpcPath => $"/{Method.Service.FullName}/{Method.Name}";

    /// <summary>True when either side may stay open for long.</summary>
    public bool Streams => Method.IsClientStreaming || Method.IsServerStreaming;

    /// <summary>Reads the options of a method.</summary>
    public static Operation From(MethodDescriptor method)
    {
        var options = method.GetOptions();
        var rule = options?.GetExtension(Google.Api.AnnotationsExtensions.Http);
        return new Operation(
            method,
            options?.GetExtension(OptionsExtensions.Access),
            rule is null ? [] : [.. HttpBinding.From(rule)],
            options?.GetExtension(OptionsExtensions.EventStream),
            options?.GetExtension(OptionsExtensions.Upload));
    }
}
