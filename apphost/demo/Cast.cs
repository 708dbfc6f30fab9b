namespace Tsunagu.AppHost.Demo;

/// <summary>The people of the story: sample staff, each with a client of their own.</summary>
sealed record Cast(
    GatewayClient Administrator, GatewayClient TaxCounter, GatewayClient Coordinator, GatewayClient Partner)
{
    public const string PartnerAgency = "social-welfare-council";

    public static async Task<Cast> SignInAsync(HttpClient http, CancellationToken ct)
    {
        var door = new GatewayClient(http);
        return new Cast(
            await door.SignInAsync("admin-01", ct), await door.SignInAsync("tax-01", ct),
            await door.SignInAsync("coord-01", ct), await door.SignInAsync("shakyo-01", ct));
    }
}
