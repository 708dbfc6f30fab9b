using OpenTelemetry.Proto.Resource.V1;

namespace Aspire.Dashboard.Otlp;

/// <summary>The process an export came from.</summary>
readonly record struct Sender(string Service, string Instance)
{
    public static Sender Of(Resource? resource)
    {
        var service = Attribute(resource, "service.name");
        return new Sender(service.Length > 0 ? service : "unknown_service", Attribute(resource, "service.instance.id"));
    }

    static string Attribute(Resource? resource, string key) =>
        OtlpValue.Cut(OtlpValue.Text(resource?.Attributes.FirstOrDefault(a => a.Key == key)?.Value), 200);
}
