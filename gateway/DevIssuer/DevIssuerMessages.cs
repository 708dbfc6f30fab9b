using System.Text.Json.Serialization;

namespace Tsunagu.Gateway.DevIssuer;

/// <summary>Body of <c>POST /dev/token</c>.</summary>
sealed record StaffTokenRequest(string? StaffId);

/// <summary>A token for a member of staff; <paramref name="ExpiresIn"/> in seconds.</summary>
sealed record StaffToken(string AccessToken, string TokenType, int ExpiresIn);

/// <summary>A token for a program, in the words of OAuth 2.0.</summary>
sealed record ClientToken(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>A refusal in the words of OAuth 2.0.</summary>
sealed record ClientRefusal(string Error);

/// <summary>One line of <c>GET /dev/staff</c>.</summary>
sealed record SampleStaff(string StaffId, string Name, string AgencyId, string AgencyName, IReadOnlyList<string> Roles);
