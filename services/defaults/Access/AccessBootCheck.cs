using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Auditing;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>A service with a method that does not say who may call it must not run.</summary>
static class AccessBootCheck
{
    /// <summary>Reads the access option of every mapped method; throws naming those that lack one or leave a part open.</summary>
    public static Dictionary<string, MethodRule> Read(IEnumerable<EndpointDataSource> sources)
    {
        var rules = new Dictionary<string, MethodRule>(StringComparer.Ordinal);
        var failures = new SortedSet<string>(StringComparer.Ordinal);
        var methods = sources.SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>())
            .OfType<GrpcMethodMetadata>();
        foreach (var method in methods)
        {
            if (AccessCatalog.IsExempt(method.Method.FullName))
                continue;
            var descriptor = Descriptor(method.ServiceType)?.FindMethodByName(method.Method.Name);
            var option = descriptor?.GetOptions()?.GetExtension(OptionsExtensions.Access);
            if (Missing(option) is { } missing)
                failures.Add($"{method.Method.FullName} lacks {missing}");
            else
                rules[method.Method.FullName] = new(option!, [.. option!.Subjects.Select(subject => AuditPath.Of(descriptor!, subject))]);
        }

        return failures.Count == 0
            ? rules
            : throw new BootException(
                "(tsunagu.options.v1.access) is incomplete: " + string.Join("; ", failures));
    }

    static string? Missing(AccessOption? option) => option switch
    {
        null => "the access option",
        { Roles.Count: 0 } => "roles",
        _ when option.Roles.Contains(Role.Unspecified) => "a known role",
        { Rows: RowRule.Unspecified } => "rows",
        { Audit: Audit.Unspecified } => "audit",
        { Audit: Audit.Read or Audit.Write, Subjects.Count: 0 } => "subjects",
        _ => null,
    };

    // Generated code ties the base class of an implementation to the static class that holds its descriptor.
    static ServiceDescriptor? Descriptor(Type serviceType)
    {
        for (var type = serviceType; type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } bind)
                return bind.BindType.GetProperty("Descriptor")?.GetValue(null) as ServiceDescriptor;
        }

        return null;
    }
}
