using System.Text.Json;
using System.Text.Json.Serialization;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Rules;

/// <summary>The rules that come with a program, as a JSON file beside it; enums by their names, such as <c>support_conference</c>.</summary>
public static class RulesDocument
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Reads a file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="name">What it is, such as <c>sharing rules</c>, for whoever mends it.</param>
    /// <param name="read">Makes of it what the service needs; a <see cref="FormatException"/> or a <see cref="Refusal"/> says that it is unsound.</param>
    /// <exception cref="BootException">It is unsound.</exception>
    public static T Read<TFile, T>(string text, string name, Func<TFile, T> read)
        where TFile : class
    {
        try
        {
            return read(JsonSerializer.Deserialize<TFile>(text, Json) ?? throw new FormatException("The file is empty."));
        }
        catch (Exception e) when (e is JsonException or FormatException or Refusal)
        {
            throw new BootException($"The {name} that come with the program cannot be read: {e.Message}");
        }
    }

    /// <summary>The text of a file that lies beside the program.</summary>
    /// <param name="path">Its path from there.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<string> TextAsync(string path, CancellationToken ct) => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, path), ct);
}
