using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Lets a password be set without sending it: a statement may end up in the server's log.</summary>
static class ScramVerifier
{
    const int Iterations = 4096;

    /// <summary>A SCRAM-SHA-256 verifier as PostgreSQL stores it (RFC 5803).</summary>
    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, Iterations, HashAlgorithmName.SHA256, 32);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var server = HMACSHA256.HashData(salted, "Server Key"u8);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SCRAM-SHA-256${Iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(stored)}:{Convert.ToBase64String(server)}");
    }
}
