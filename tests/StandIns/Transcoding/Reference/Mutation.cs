using System.Text;
using System.Text.RegularExpressions;

namespace Tsunagu.Tests.StandIns.Transcoding.Reference;

/// <summary>Spoils a request: bytes that flip, ends that are missing, values of another type.</summary>
sealed partial class Mutation(Random random)
{
    /// <summary>What no refusal may repeat.</summary>
    public const string Planted = "planted";

    static readonly string[] Tokens =
    [
        "null", "true", "false", "[]", "{}", "[null]", "{\"\":null}", "\"planted\"", "[\"planted\"]", "{\"planted\":\"planted\"}", "\"\"", "0", "-0", "-1", "0.5", "1e3",
        "1e999", "99999999999999999999", "\"NaN\"", "\"-Infinity\"", "NaN", "\"\\ud800\"", "\"2026-13-01T00:00:00Z\"", "\"MOOD_SAD\"", "\"NULL_VALUE\"", "\"1s\"", "\"a,b\"",
        "{\"@type\":\"planted\"}", "{\"@type\":\"type.googleapis.com/tests.shapes.v1.Inner\",\"label\":3}",
    ];

    const string InTargets = "%&=+./:;,~aZ09[]{}|^\"'\\*@!$()";

    public byte[] Body(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        switch (random.Next(5))
        {
            case 0:
                for (var left = random.Next(3); left >= 0; left--)
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1:
                return bytes[..random.Next(bytes.Length)];
            case 2:
                var (from, to) = (random.Next(bytes.Length), random.Next(bytes.Length));
                var slice = from < to ? bytes[from..to] : bytes[to..from];
                var at = random.Next(bytes.Length);
                return [.. bytes[..at], .. slice, .. bytes[at..]];
            default:
                return Encoding.UTF8.GetBytes(Replaced(json));
        }
    }

    public string Target(string target)
    {
        var text = new StringBuilder(target);
        for (var left = random.Next(3); left >= 0; left--)
        {
            // The first slash stays: what begins otherwise is no request at all.
            var at = random.Next(1, text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text[at] = InTargets[random.Next(InTargets.Length)];
                    break;
                case 1 when text.Length > 2:
                    text.Remove(at, 1);
                    break;
                case 2:
                    text.Insert(at, InTargets[random.Next(InTargets.Length)]);
                    break;
                default:
                    if (Values().Matches(text.ToString()) is { Count: > 0 } found && found[random.Next(found.Count)] is var value)
                        text.Remove(value.Index, value.Length).Insert(value.Index, Pick("=planted", "=", "=%", "=%FF", "=1e999", "=null", "=true", "=-1", "=%22planted%22", "=MOOD_SAD"));
                    break;
            }
        }
        // The server itself refuses a NUL in a path, and closes the connection.
        return text.Replace("%00", "%01").ToString();
    }

    string Replaced(string json)
    {
        var found = Value().Matches(json);
        if (found.Count == 0)
            return json + Pick(Tokens);
        var one = found[random.Next(found.Count)];
        return json[..one.Index] + Pick(Tokens) + json[(one.Index + one.Length)..];
    }

    string Pick(params string[] all) => all[random.Next(all.Length)];

    [GeneratedRegex("""(?<=[:\[,]\s*)("([^"\\]|\\.)*"|-?[0-9][0-9.eE+-]*|true|false|null|\{\s*\}|\[\s*\])(?=\s*[,\]}])""")]
    private static partial Regex Value();

    [GeneratedRegex("=[^&]*")]
    private static partial Regex Values();
}
