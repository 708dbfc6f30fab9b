using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tsunagu.Notifications.Domain;

/// <summary>Signs a webhook as the Standard Webhooks specification asks: HMAC-SHA256 of <c>id.timestamp.body</c>.</summary>
public static class WebhookSignature
{
    const string SecretPrefix = "whsec_";

    /// <summary>Value of the header <c>webhook-signature</c>.</summary>
    /// <param name="secret"><c>whsec_</c> and the base64 of the key.</param>
    /// <param name="id">Value of <c>webhook-id</c>.</param>
    /// <param name="timestamp">Value of <c>webhook-timestamp</c>, in whole seconds of Unix time.</param>
    /// <param name="body">The bytes of the body as they are sent.</param>
    public static string Sign(string secret, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var encoded = secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret;
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Convert.FromBase64String(encoded));
        hmac.AppendData(head);
        hmac.AppendData(body);
        return "v1," + Convert.ToBase64String(hmac.GetHashAndReset());
    }
}
