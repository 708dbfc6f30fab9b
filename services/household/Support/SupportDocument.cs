using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tsunagu.Households.Support;

/// <summary>The content of a fact as JSON.</summary>
static class SupportDocument
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        IgnoreReadOnlyProperties = true,
    };

    public static string Write(SupportContent content) => JsonSerializer.Serialize(content, content.GetType(), Json);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is no such document.</exception>
    public static SupportContent Read(SupportFactKind kind, string document) => kind switch
    {
        SupportFactKind.OutsidePerson => Of<OutsidePerson>(document),
        SupportFactKind.Membership => Of<Membership>(document),
        SupportFactKind.Tie => Of<Tie>(document),
    };

    static T Of<T>(string document)
        where T : SupportContent =>
        JsonSerializer.Deserialize<T>(document, Json) ?? throw new JsonException("no document");
}
