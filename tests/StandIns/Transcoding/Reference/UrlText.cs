using System.Globalization;
using System.Text;

namespace Tsunagu.Tests.StandIns.Transcoding.Reference;

/// <summary>Percent-encodes as a client may: what must be, and at times what need not.</summary>
sealed class UrlText(Random random)
{
    const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    // Allowed in a segment by RFC 3986.
    const string InSegments = "!$&'()*+,;=:@";
    const string InQueries = "!$'()*,;:@/?";

    /// <summary>A value in a path.</summary>
    public string Encode(string text, bool keepSlashes) => Encode(text, octet => (keepSlashes && octet == '/') || InSegments.Contains(octet) && random.Next(2) == 0);

    /// <summary>A name or value in a query.</summary>
    public string Query(string text) => Encode(text, octet => InQueries.Contains(octet) && random.Next(2) == 0).Replace("%20", random.Next(2) == 0 ? "+" : "%20", StringComparison.Ordinal);

    string Encode(string text, Func<char, bool> mayStay)
    {
        var encoded = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            // A dot is left alone: servers take encoded ones out of paths too.
            if (mayStay((char)octet) || (Unreserved.Contains((char)octet) && (octet == '.' || random.Next(20) != 0)))
                encoded.Append((char)octet);
            else
                encoded.Append(CultureInfo.InvariantCulture, $"%{(random.Next(2) == 0 ? octet.ToString("X2", CultureInfo.InvariantCulture) : octet.ToString("x2", CultureInfo.InvariantCulture))}");
        }
        return encoded.ToString();
    }
}
