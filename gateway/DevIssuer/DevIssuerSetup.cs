using Tsunagu.ServiceDefaults;

namespace Tsunagu.Gateway.DevIssuer;

/// <summary>Decides whether the gateway issues tokens.</summary>
static class DevIssuerSetup
{
    const string KeyPath = "DevIssuer:KeyPath";

    /// <summary>Adds the issuer when a key path is given; false when none is.</summary>
    /// <exception cref="BootException">It is asked for outside Development.</exception>
    public static bool AddDevIssuer(this WebApplicationBuilder builder)
    {
        var path = builder.Configuration[KeyPath];
        if (string.IsNullOrEmpty(path))
            return false;
        if (!builder.Environment.IsDevelopment())
            throw new BootException($"{KeyPath} is set, but tokens are issued in Development alone: unset it and name an issuer in Identity:Authority.");
        var key = SigningKeyFile.Open(path);
        builder.Services.AddSingleton(key);
        builder.Services.AddSingleton<TokenIssuer>();
        builder.Services.AddSingleton<StaffDirectory>();
        return true;
    }
}
