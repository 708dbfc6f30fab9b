using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Status = Google.Rpc.Status;

namespace Tsunagu.Gateway.Problems;

/// <summary>The JSON form in which transcoded services report an error.</summary>
static class StatusJson
{
    static readonly JsonParser Parser = new(JsonParser.Settings.Default
        .WithIgnoreUnknownFields(true)
        .WithTypeRegistry(TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)));

    /// <summary>The status, or null when the text is not one: an error that did not come from the service's own code.</summary>
    public static Status? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return Parser.Parse<Status>(Encoding.UTF8.GetString(json.Span)) is { Code: not 0 } status ? status : null;
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidJsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
