using System.Text;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Names as PostgreSQL writes them without quotes.</summary>
static class SnakeCase
{
    /// <summary><c>ResidentID2</c> → <c>resident_id2</c>; a name that is snake_case already stays.</summary>
    public static string Of(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (char.IsUpper(c) && i > 0 && name[i - 1] != '_' && StartsWord(name, i))
                result.Append('_');
            result.Append(char.ToLowerInvariant(c));
        }

        return result.ToString();
    }

    // "xY" starts a word at Y; "XYz" starts one at Y too: HTTPPort → http_port.
    static bool StartsWord(string name, int i) =>
        !char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]));
}
