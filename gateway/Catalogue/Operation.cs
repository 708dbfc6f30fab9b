using Google.Protobuf.Reflection;
using Tsunagu.Contracts.Options.V1;

namespace Tsunagu.Gateway.Catalogue;

/// <summary>One RPC of the contract, or one form of it, with everything the gateway derives from it.</summary>
/// <param name="Method">The RPC.</param>
/// <param name="Form">Whom it is asked of.</param>
/// <param name="Service">Name by which the service that answers is configured and discovered; empty when all do.</param>
/// <param name="Access">Who may call.</param>
/// <param name="Bindings">REST forms.</param>
/// <param name="EventStream">Set when browsers get it as server-sent events.</param>
/// <param name="Upload">Set when its REST form is an upload.</param>
/// <param name="Representation">Set when it answers, in another media type, for a second RPC.</param>
/// <param name="Download">Set when its REST form is a download.</param>
sealed record Operation(
    MethodDescriptor Method,
    OperationForm Form,
    string Service,
    AccessOption? Access,
    IReadOnlyList<HttpBinding> Bindings,
    EventStreamOption? EventStream,
    UploadOption? Upload,
    RepresentationOption? Representation,
    DownloadOption? Download)
{
    /// <summary>Full name, such as <c>tsunagu.referral.v1.ReferralService.SendReferral</c>, with <c>@intake</c> when it is that of one of several.</summary>
    public string Name => Form == OperationForm.OfOne ? $"{Method.FullName}@{Service}" : Method.FullName;

    /// <summary>Path of the gRPC call.</summary>
    public string GrpcPath => $"/{Method.Service.FullName}/{Method.Name}";

    /// <summary>True when either side may stay open for long.</summary>
    public bool Streams => Method.IsClientStreaming || Method.IsServerStreaming;

    /// <summary>True when every service offers the methods of this one about itself.</summary>
    public static bool IsCommon(MethodDescriptor method) => method.Service.GetOptions()?.GetExtension(OptionsExtensions.Common) == true;

    /// <summary>The area of the proto package: the name of the service that owns it.</summary>
    public static string AreaOf(MethodDescriptor method) => method.File.Package.Split('.')[1];

    /// <summary>The forms of a method.</summary>
    /// <param name="method">The RPC.</param>
    /// <param name="services">All services of the suite.</param>
    public static IEnumerable<Operation> From(MethodDescriptor method, IReadOnlyList<string> services)
    {
        if (!IsCommon(method))
            return [Read(method, OperationForm.Own, AreaOf(method))];
        var each = services.Select(service => Read(method, OperationForm.OfOne, service));
        return method.GetOptions()?.GetExtension(OptionsExtensions.Everywhere) == true
            ? each.Append(Read(method, OperationForm.OfAll, ""))
            : each;
    }

    static Operation Read(MethodDescriptor method, OperationForm form, string service)
    {
        var options = method.GetOptions();
        var rule = options?.GetExtension(Google.Api.AnnotationsExtensions.Http);
        var bindings = rule is null ? [] : HttpBinding.From(rule);
        return new Operation(
            method,
            form,
            service,
            options?.GetExtension(OptionsExtensions.Access),
            [.. form == OperationForm.OfOne ? bindings.Select(binding => binding.Of(service)) : bindings],
            options?.GetExtension(OptionsExtensions.EventStream),
            options?.GetExtension(OptionsExtensions.Upload),
            options?.GetExtension(OptionsExtensions.Representation),
            options?.GetExtension(OptionsExtensions.Download));
    }
}
