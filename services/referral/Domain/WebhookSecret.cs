using System.Security.Cryptography;

namespace Tsunagu.Referrals.Domain;

/// <summary>Signing secrets in the form of the Standard Webhooks specification.</summary>
public static class WebhookSecret
{
    const string Prefix = "whsec_";
    const int Bytes = 32;

    /// <summary>A new secret: <c>whsec_</c> and the base64 of 32 random bytes.</summary>
    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
}
